import { page, type PageContext } from '#platform/web'
import { seePublicOutages } from '../rights.ts'
import { meaningForLastDays, timesInBoth } from './outage-words.ts'
import { openOutages, recentOutages } from './outage.store.ts'

/** For everybody at the public door: when people could not reach us, and what that means for a last day. What was written down of it stays inside. */
export const publicOutagesPage = page({
  path: '/outages',
  right: seePublicOutages,
  template: 'casework/penalties/outage/public-outages.njk',
  show: async (_input, { db, clock, words }) => {
    const { sentences, under } = meaningForLastDays(clock.today())
    const outages = (await recentOutages(db)).map((outage) => ({ isOpen: outage.untilAt === null, text: inBoth(timesInBoth(outage), words) }))
    return { outages, meaning: sentences.map((each) => inBoth(each, words)), under }
  },
})

/** Above every public page while a door is shut: which one, since when, and where to read what it means. */
export async function publicOutageNotice({ db, words }: PageContext) {
  const open = await openOutages(db)
  return open.length === 0 ? undefined : { href: '/outages', text: [words('Shut now:', 'Fermé en ce moment :'), ...open.map((outage) => inBoth(timesInBoth(outage), words))].join(' ') }
}

function inBoth({ en, fr }: { readonly en: string; readonly fr: string }, words: PageContext['words']): string {
  return words(en, fr)
}
