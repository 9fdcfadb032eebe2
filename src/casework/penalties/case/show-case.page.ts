import { z } from 'zod'
import { may } from '#platform/identity'
import { page, roleWords, type PageContext } from '#platform/web'
import { addPence, daysBetween, siteName, zoneOf, type CalendarDate } from '#values'
import { appealLine } from '../appeal/appeal-words.ts'
import { saleStanding } from '../appeal/sale-standing.ts'
import { clockView } from '../deadline/clock-view.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { clockToIssue } from '../deadline/last-day-to-issue.ts'
import { nearestDayOf } from '../deadline/nearest-day-of.ts'
import { insecure } from '../compliance/judged-security.ts'
import { detentionsOfCase } from '../detention/detention.store.ts'
import { personChoices, whom } from '../file/choices.ts'
import { streamsInFile, type FileOfCase } from '../file/file-of-case.ts'
import { flagWords } from '../file/file-words.ts'
import { standsOn } from '../flag/flag.ts'
import type { Money } from '../payment/money.store.ts'
import { ownersDoubted } from '../ownership/ownership.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { everyoneOfCase } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import type { CaseLetters } from '../returned-mail/letter-actions.ts'
import { streamsOfMoney } from '../recovery/streams-of-money.store.ts'
import { streamsOfLetters } from '../returned-mail/tell-letter.ts'
import { endCases, moveCases, prioritiseCases, recordObjection, reopenCases, restrictCases, seeCases, triageCases, workOnCase } from '../rights.ts'
import { columnsOf, rowsOf } from './case-columns.ts'
import { actsOfCase, looksAtCase } from './case-history.store.ts'
import { caseStateOf, type OpenedCase } from './case-state.store.ts'
import { readCase } from './case.store.ts'
import { insideCase, subjectOfCase } from './enter-case.page.ts'
import { driverReported, subjectOf, type PenaltyCase } from './penalty-case.ts'
import { requiredActions } from './required-actions.ts'
import { aboutWhom, timelineEntries } from './timeline-entries.ts'
import { isInPart, timelineKinds, timelineWords, type TimelineKind } from './timeline-parts.ts'
import { alarmWords, capacityWords, caseStageWords, clockWords, regimeWords, sectionWords, sightingWords, transporterWords } from './words.ts'

/** The whole case on one page: what is asked of whom, the persons side by side, every clock, and who did what and why. */
export const showCasePage = page({
  path: '/cases/:id',
  right: seeCases,
  template: 'casework/penalties/case/show-case.njk',
  params: z.object({ id: z.uuid() }),
  query: z.object({ timeline: z.enum(timelineKinds).default('acts'), of: z.uuid().optional().catch(undefined) }),
  subject: ({ params }, ctx) => subjectOfCase(params, ctx),
  show: ({ params: { id }, query: { timeline, of } }, ctx) =>
    insideCase(ctx, { caseId: id, what: timeline === 'looks' ? 'case page and its looks' : 'case page', comeBackTo: `/cases/${id}` }, async () => {
      const found = await readCase(ctx.db, id)
      if (found === undefined) return undefined
      const { state, money, file, letters } = await caseStateOf(ctx.db, found, ctx.clock.today())
      const doubted = await ownersDoubted(ctx.db, found, state.persons)
      return { ...caseView(ctx, state, money), ...fileView(ctx, state, file), doubted, ...timelineView(state, { timeline, of }), entries: await entriesOf(ctx, state, { file, letters, timeline, of }) }
    }),
})

function caseView(ctx: PageContext, state: OpenedCase, money: ReadonlyMap<string, Money>) {
  const { found, persons, penalties, today, owed } = state
  const subject = subjectOf(found)
  const actions = requiredActions(state)
  return {
    found, today, amounts: Object.fromEntries(money),
    heading: found.reference,
    stage: caseStageWords[found.stage],
    totals: { issued: addPence(...[...money.values()].map(({ issuedPence }) => issuedPence)), owed: addPence(...owed.values()), collected: addPence(...[...money.values()].map(({ collectedPence }) => collectedPence)) },
    incident: incidentView(found),
    rules: regimeWords[found.regime],
    nearest: nearestView(found, penalties, today),
    actions: actions.map((action) => ({ ...action, mine: action.who.includes(ctx.officer.role), who: action.who.map((role) => roleWords(role, ctx.words)), ...leftOf(action.by, today) })),
    columns: columnsOf(persons, penalties, today),
    rows: rowsOf(found, persons),
    appeals: (state.appeals ?? []).map(appealLine),
    clocks: penalties.length > 0 ? penalties.map((penalty) => clocksView(penalty, state)) : issueClockOnly(found, today),
    mayMove: may(ctx.officer, moveCases, subject),
    mayRestrict: may(ctx.officer, restrictCases, subject),
    mayPutFirst: may(ctx.officer, prioritiseCases, subject),
    mayWork: may(ctx.officer, workOnCase, subject),
    mayRecordObjection: may(ctx.officer, recordObjection, subject),
    mayReopen: may(ctx.officer, reopenCases, subject),
    isMine: found.caseworkerId === ctx.officer.id,
  }
}

function incidentView(found: PenaltyCase) {
  const { incident } = found
  return {
    ...incident,
    placeName: siteName(incident.port),
    zone: zoneOf(incident.port),
    transporter: transporterWords[incident.transporter],
    section: sectionWords[incident.section],
    alarm: alarmWords[incident.selfReport.raisedBy],
    checklist: sightingWords[incident.atScene.checklist],
    instructions: sightingWords[incident.atScene.instructions],
    personsAtScene: incident.atScene.persons.map(({ capacity, name, company }) => `${capacityWords[capacity]}: ${[name, company].filter(Boolean).join(', ')}`),
    driverReported: driverReported(found),
    arrived: arrivedWords(incident),
  }
}

function arrivedWords(incident: PenaltyCase['incident']): string {
  const broken = insecure(incident)
  if (broken === undefined) return 'Not judged yet'
  return broken.length === 0 ? 'Adequately secured' : `Not adequately secured: reg. 2A(${broken.map(({ id }) => id).join(', ')})`
}

function nearestView(found: PenaltyCase, penalties: readonly Penalty[], today: CalendarDate) {
  const nearest = nearestDayOf(found, penalties)
  return nearest && { ...nearest, words: clockWords[nearest.clock], ...leftOf(nearest.lastDay, today) }
}

function leftOf(lastDay: CalendarDate | null, today: CalendarDate) {
  return { daysLeft: lastDay === null ? null : daysBetween(today, lastDay) }
}

function clocksView(penalty: Penalty, { persons, appeals = [], today }: OpenedCase) {
  const person = persons.find(({ id }) => id === penalty.personId)
  return { name: person === undefined ? '' : nameOf(person), capacity: capacityWords[penalty.capacity], clocks: clocksOf(penalty).map((clock) => clockView(clock, today, penalty)), sale: saleStanding(penalty, appeals, today) }
}

function issueClockOnly(found: PenaltyCase, today: CalendarDate) {
  const clock = clockToIssue(found.regime, found.incident.occurredOn)
  return clock === undefined ? [] : [{ name: 'Everyone responsible', capacity: '', clocks: [clockView(clock, today)] }]
}

/** What the page says of the file: the flags that stand, how much lies in it, and how the case may end early. */
function fileView({ officer }: PageContext, { found, persons, today }: OpenedCase, file: FileOfCase) {
  const subject = subjectOf(found)
  return {
    flags: file.flags.filter((flag) => standsOn(flag, today)).map((flag) => ({ ...flag, ...flagWords[flag.kind], about: flag.personId === null ? null : whom(persons, flag.personId) })),
    inFile: Object.values(file).reduce((sum, part) => sum + part.length, 0),
    mayTriage: may(officer, triageCases, subject),
    mayEnd: may(officer, endCases, subject),
  }
}

interface Asked {
  readonly timeline: TimelineKind
  /** Only what is about this person. */
  readonly of: string | undefined
}

/** What of the history is shown, and the ways to the rest of it; the address says both. */
function timelineView({ found, persons }: OpenedCase, { timeline, of }: Asked) {
  const at = (kind: TimelineKind, whose: string | undefined) => `/cases/${found.id}?timeline=${kind}${whose === undefined ? '' : `&of=${whose}`}#timeline`
  return {
    timelineTabs: timelineKinds.map((kind) => ({ text: timelineWords[kind], href: at(kind, kind === 'looks' ? undefined : of), isShown: kind === timeline })),
    timelinePersons: timeline === 'looks' ? [] : [{ text: 'Everybody', href: at(timeline, undefined), isShown: of === undefined }, ...personChoices(persons).map(({ value, text }) => ({ text, href: at(timeline, value), isShown: value === of }))],
  }
}

interface Telling extends Asked {
  readonly file: FileOfCase
  readonly letters: CaseLetters
}

async function entriesOf({ db }: PageContext, { found, penalties, appeals }: OpenedCase, { file, letters, timeline, of }: Telling) {
  const [everyone, held, ofMoney] = await Promise.all([everyoneOfCase(db, found.id), detentionsOfCase(db, found.id), timeline === 'looks' ? [] : streamsOfMoney(db, found.id, penalties)])
  const inFile = [...streamsInFile(file), ...streamsOfLetters(letters, penalties), ...ofMoney, ...held.map(({ id }) => ({ stream: `detention:${id}`, personId: null }))]
  const ids = { caseId: found.id, personIds: idsOf(everyone), penaltyIds: idsOf(penalties), appealIds: idsOf(appeals ?? []), streams: inFile.map(({ stream }) => stream) }
  const whose = new Map([...everyone.map(({ id }) => [`person:${id}`, id] as const), ...penalties.map(({ id, personId }) => [`penalty:${id}`, personId] as const), ...inFile.map(({ stream, personId }) => [stream, personId] as const)])
  const isAsked = (stream: string) => isInPart(timeline, stream) && (of === undefined || whose.get(stream) === of)
  const entries = timeline === 'looks' ? await looksAtCase(db, found.id) : await actsOfCase(db, ids, isAsked)
  return timelineEntries(entries, aboutWhom(everyone, { penalties, inFile }))
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id)
}
