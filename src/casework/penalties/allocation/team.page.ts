import { z } from 'zod'
import { announce } from '#platform/decisions'
import { newId, may } from '#platform/identity'
import { action, formPage, page, type PageContext } from '#platform/web'
import { daysAfter, hoursAfter } from '#values'
import { aDay } from '../case/form-fields.ts'
import { fairnessDays, reasonsMax } from '../limits.ts'
import { languageNames, noticeLanguages } from '../person/language.ts'
import { refusals } from '../refusals.ts'
import { leadTeam, seeTeam } from '../rights.ts'
import { countUnshared, dealtSince, loads } from './team-load.store.ts'
import { absenceOn, endAbsence, noteAbsence, type TeamMember } from './team-member.ts'
import { changeMember, readMember, teamMembers } from './team-member.store.ts'

/** Who has what, by weight; who was given, took and passed on how much; and who is away. */
export const teamPage = page({
  path: '/casework/team',
  right: seeTeam,
  template: 'casework/penalties/allocation/team.njk',
  show: async (_input, ctx) => {
    const today = ctx.clock.today()
    const [members, held, dealt, unshared] = await Promise.all([teamMembers(ctx.db), loads(ctx.db, today), dealtSince(ctx.db, hoursAfter(-24 * fairnessDays, ctx.clock.now())), countUnshared(ctx.db)])
    const ids = new Map([...dealt.map(({ officerId, name }) => [officerId, name] as const), ...held.map(({ officerId, name }) => [officerId, name] as const), ...members.map(({ id, name }) => [id, name] as const)])
    const lines = [...ids].map(([id, name]) => {
      const member = members.find((each) => each.id === id)
      const load = held.find(({ officerId }) => officerId === id)
      const dealing = dealt.find(({ officerId }) => officerId === id)
      return { id, name, member, away: member && absenceOn(member, today), ...figuresOf(member, load), dealing, meanWeight: dealing === undefined || dealing.got === 0 ? null : dealing.gotWeight / dealing.got }
    })
    return { today, fairnessDays, unshared, mayLead: may(ctx.officer, leadTeam), lines: lines.toSorted((one, other) => (one.name < other.name ? -1 : 1)), most: Math.max(1, ...lines.map(({ weightForHours }) => weightForHours ?? 0)) }
  },
})

function figuresOf(member: TeamMember | undefined, load: Awaited<ReturnType<typeof loads>>[number] | undefined) {
  const [cases, weight, overdue] = [load?.cases ?? 0, load?.weight ?? 0, load?.overdue ?? 0]
  const share = member?.sharePercent ?? 0
  return { cases, weight, overdue, weightForHours: share === 0 ? null : Math.round((100 * weight) / share) }
}

const languages = z.array(z.enum(noticeLanguages)).default([])

export const teamMemberPage = formPage({
  path: '/casework/team/:id',
  right: leadTeam,
  template: 'casework/penalties/allocation/team-member.njk',
  params: z.object({ id: z.string().min(1).max(100) }),
  form: z.object({
    name: z.string('Enter the name').trim().min(1, 'Enter the name').max(120),
    languages,
    sharePercent: z.coerce.number('Enter a share from 0 to 100').int('Enter a whole number').min(0, 'Enter a share from 0 to 100').max(100, 'Enter a share from 0 to 100'),
  }),
  refusals,
  show: ({ id }, ctx) => memberView(ctx, id),
  submit: ({ id }, { name, languages: spoken, sharePercent }, ctx) =>
    changeMember(ctx.db, id, ctx.by(), () => announce({ type: 'team-member-set', memberId: id, name, languages: [...new Set(['en', ...spoken])], sharePercent })),
  next: () => '/casework/team',
  done: { en: 'The team is as you said.', fr: 'L’équipe est à jour.' },
})


export const noteAbsencePage = formPage({
  path: '/casework/team/:id/absence',
  right: leadTeam,
  template: 'casework/penalties/allocation/team-member.njk',
  params: z.object({ id: z.string().min(1).max(100) }),
  form: z.object({ fromOn: aDay('Enter the first day'), toOn: aDay('Enter the last day'), why: z.string('Say why').trim().min(1, 'Say why, in a word').max(reasonsMax) }),
  refusals,
  show: ({ id }, ctx) => memberView(ctx, id),
  submit: ({ id }, absence, ctx) => changeMember(ctx.db, id, ctx.by(), (member) => noteAbsence(member, { id: newId(), ...absence })),
  next: ({ id }) => `/casework/team/${id}`,
  done: { en: 'The absence is noted. No new case goes to this person meanwhile.', fr: 'L’absence est notée. Aucun nouveau dossier ne lui est attribué entre-temps.' },
})

export const endAbsenceButton = action({
  path: '/casework/team/:id/absence/:absenceId/end',
  right: leadTeam,
  params: z.object({ id: z.string().min(1).max(100), absenceId: z.uuid() }),
  refusals,
  submit: ({ id, absenceId }, _form, ctx) => changeMember(ctx.db, id, ctx.by(), (member) => endAbsence(member, absenceId, daysAfter(-1, ctx.clock.today()))),
  next: ({ id }) => `/casework/team/${id}`,
  done: { en: 'They are back.', fr: 'La personne est de retour.' },
})

async function memberView({ db, clock }: PageContext, id: string) {
  const today = clock.today()
  const [member, held] = [await readMember(db, id), (await loads(db, today)).find(({ officerId }) => officerId === id)]
  const name = member?.name ?? held?.name ?? ''
  return {
    id, member, today, known: name !== '',
    cases: held?.cases ?? 0,
    languages: noticeLanguages.filter((language) => language !== 'en').map((value) => ({ value, text: languageNames[value] })),
    absences: (member?.absences ?? []).map((absence) => ({ ...absence, isOver: absence.toOn < today })),
    values: { name, sharePercent: member?.sharePercent ?? 100, languages: member?.languages ?? [], fromOn: today, toOn: today },
  }
}
