import { may } from '#platform/identity'
import type { PageContext } from '#platform/web'
import { dayOf } from '#values'
import { casePage } from '../case/case-form.page.ts'
import { subjectOf, type PenaltyCase } from '../case/penalty-case.ts'
import { whom } from '../file/choices.ts'
import { evidenceKindWords, roadWords, seenWords } from '../file/file-words.ts'
import { personsOfCase } from '../person/person.store.ts'
import { keepFile, seeCases, seeOriginals } from '../rights.ts'
import { scanInWords } from './scan-words.ts'
import { scansOf } from './scan.store.ts'
import { isPicture } from './cover-picture.page.ts'
import { addressOfItem, evidenceParams, itemOf } from './evidence-item.page.ts'
import { isInfected, outwardOf, twinIsDue, type Evidence, type KeptBytes } from './evidence.ts'
import { evidenceThing } from './evidence.store.ts'
import { noteOpened, openingsOf, printOf, renditionsIn } from './opened.store.ts'

/** One piece of evidence with where it came from, its hash, its twin, its other versions, and who has opened it. */
export const showEvidencePage = casePage({
  path: '/cases/:id/evidence/:itemId',
  params: evidenceParams,
  right: seeCases,
  template: 'casework/penalties/evidence/show-evidence.njk',
  what: 'piece of evidence',
  view: async (ctx, found, params) => {
    const item = await itemOf(ctx, params)
    if (item === undefined) return undefined
    const shown = renditionFor(ctx, found, item)
    if (shown.bytes !== null) await noteOpened(ctx.db, { evidenceId: item.id, sha256: shown.bytes.sha256 }, ctx.by())
    for (const comment of item.comments ?? []) await noteOpened(ctx.db, { evidenceId: item.id, sha256: printOf(comment) }, ctx.by())
    const [persons, items, openings, scans] = await Promise.all([personsOfCase(ctx.db, found.id), evidenceThing.ofCase(ctx.db, found.id), openingsOf(ctx.db, found.id), scansOf(ctx.db, [item.file, ...item.twins].map(({ sha256 }) => sha256))])
    const versions = items.filter((other) => other.id !== item.id && (other.versionOf === item.id || item.versionOf === other.id || (item.versionOf !== null && other.versionOf === item.versionOf)))
    return {
      item, shown, heading: item.title, address: addressOfItem(params), twinIsDue: twinIsDue(item), twin: item.twins.at(-1),
      isPicture: isPicture(item.file.contentType) && !isInfected(item, item.file.sha256),
      scan: scanInWords(scans.get(shown.bytes?.sha256 ?? item.file.sha256)),
      kind: evidenceKindWords[item.kind], about: whom(persons, item.personId), road: roadWords[item.provenance.road], seen: seenWords[item.provenance.seenAtScene],
      versions: versions.map(({ id, title }) => ({ title, href: `/cases/${found.id}/evidence/compare?one=${item.id}&other=${id}` })),
      others: items.length > 1 ? `/cases/${found.id}/evidence/compare?one=${item.id}` : null,
      openings: renditionsIn(openings, item).map((opening) => ({ ...opening, firstOn: dayOf(opening.firstAt) })),
      shownTo: (item.shown?.to ?? []).map((personId) => whom(persons, personId)),
      comments: (item.comments ?? []).map((comment) => ({ ...comment, on: dayOf(comment.at), of: whom(persons, comment.personId) })),
      mayKeep: item.withdrawn === null && may(ctx.officer, keepFile),
      maySeeOriginal: mayOpenOriginal(ctx, found, item),
    }
  },
})

export interface Rendition {
  readonly which: 'original' | 'redacted'
  readonly bytes: KeptBytes | null
  readonly transcript: string
}

/** What this officer may have on the screen: the original, or where that is for others, what may leave the office. */
export function renditionFor(ctx: PageContext, found: PenaltyCase, item: Evidence): Rendition {
  if (mayOpenOriginal(ctx, found, item)) return { which: 'original', bytes: isInfected(item, item.file.sha256) ? null : item.file, transcript: item.transcript }
  const { bytes, transcript } = outwardOf(item)
  return { which: item.disclosure === 'as-it-is' ? 'original' : 'redacted', bytes, transcript }
}

export function mayOpenOriginal({ officer }: PageContext, found: PenaltyCase, item: Evidence): boolean {
  return (item.disclosure === 'as-it-is' && item.withdrawn === null) || may(officer, seeOriginals, subjectOf(found))
}
