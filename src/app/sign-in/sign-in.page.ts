import { z } from 'zod'
import { demoPeopleAt, type DemoPerson } from '#platform/identity'
import { anyone, localPath, page, roleWords, type PageContext, type Route } from '#platform/web'
import { siteName } from '#values'

/** What each demo person is there to show, in one line. */
const parts: Readonly<Record<DemoPerson['role'], { readonly en: string; readonly fr: string }>> = {
  'lane-officer': { en: 'Watches the lanes, acknowledges hits, searches vehicles', fr: 'Surveille les voies, traite les alertes, fouille les véhicules' },
  'duty-officer-uk': { en: 'Runs the control for the UK side', fr: 'Dirige le contrôle côté britannique' },
  'duty-officer-fr': { en: 'Runs the control for the French side', fr: 'Dirige le contrôle côté français' },
  'caseworker': { en: 'Prepares penalty cases and proposes amounts', fr: 'Prépare les dossiers et propose les montants' },
  'senior-officer': { en: 'Decides what a caseworker proposed', fr: 'Décide de ce qu’un gestionnaire a proposé' },
  'finance': { en: 'Takes payments and keeps the ledger', fr: 'Encaisse les paiements et tient le registre' },
  'analyst': { en: 'Reads the counts and looks for patterns', fr: 'Lit les chiffres et cherche des tendances' },
  'watchlist-owner': { en: 'Puts vehicles on a list and takes them off', fr: 'Inscrit des véhicules sur une liste et les en retire' },
  'auditor': { en: 'Reads everything and changes nothing', fr: 'Lit tout et ne modifie rien' },
  'visitor': { en: '', fr: '' },
}

export const signInPage: Route = page({
  path: '/sign-in',
  right: anyone,
  template: 'app/sign-in/sign-in.njk',
  query: z.object({ next: z.string().optional().transform(localPath) }),
  show: async ({ query }, ctx) => ({ next: query.next, people: peopleShown(ctx) }),
})

function peopleShown({ site, words }: PageContext) {
  return demoPeopleAt(site).map(({ id, name, role, port }) => ({
    id, name,
    role: roleWords(role, words) + (port === undefined ? '' : `, ${siteName(port)}`),
    part: words(parts[role].en, parts[role].fr),
  }))
}
