import type { Role } from '#values'

const names: Readonly<Record<Role, { readonly en: string; readonly fr: string }>> = {
  'lane-officer': { en: 'lane officer', fr: 'agent de voie' },
  'duty-officer-uk': { en: 'duty officer (UK)', fr: 'officier de permanence (Royaume-Uni)' },
  'duty-officer-fr': { en: 'duty officer (France)', fr: 'officier de permanence (France)' },
  'caseworker': { en: 'caseworker', fr: 'gestionnaire de dossiers' },
  'senior-officer': { en: 'senior officer', fr: 'officier supérieur' },
  'finance': { en: 'finance', fr: 'finances' },
  'analyst': { en: 'analyst', fr: 'analyste' },
  'watchlist-owner': { en: 'watchlist owner', fr: 'responsable de liste' },
  'auditor': { en: 'auditor', fr: 'auditeur' },
  'visitor': { en: 'anyone', fr: 'tout le monde' },
}

export function roleWords(role: Role, words: (en: string, fr: string) => string): string {
  return words(names[role].en, names[role].fr)
}
