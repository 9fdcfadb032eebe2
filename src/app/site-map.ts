import type { Wiring } from '#platform/web'

/** How the places of a staff site are gathered, so that each row of them fits a screen. A place that is not named here stands for itself. */
export const siteMap: Wiring = {
  sections: [
    { en: 'Cases', fr: 'Dossiers', holds: ['/cases', '/casework/next', '/cases/search', '/parties', '/sister-notices', '/cases/imports'], also: ['/penalties'] },
    { en: 'Team', fr: 'Équipe', holds: ['/casework/queues', '/casework/standards', '/casework/team', '/cases/exceptions', '/cases/outages'] },
    { en: 'Appeals', fr: 'Recours', holds: ['/appeals', '/cases/outcomes', '/cases/consistency', '/cases/counts'] },
    { en: 'Letters', fr: 'Courrier', holds: ['/letters', '/letters/print', '/returned-mail', '/letters/templates'] },
    { en: 'Money', fr: 'Argent', holds: ['/ledger', '/ledger/bank-files', '/ledger/suspense', '/ledger/cards', '/ledger/recovery', '/detentions', '/ledger/write-offs'] },
    { en: 'Vehicles', fr: 'Véhicules', holds: ['/vehicles', '/dwell', '/repeat-victims'] },
    { en: 'Lists', fr: 'Listes', holds: ['/watchlists', '/matcher', '/partners'] },
    { en: 'Cameras', fr: 'Caméras', holds: ['/cameras', '/understand'] },
    { en: 'The law', fr: 'Le droit', holds: ['/law', '/calculator'] },
  ],
}
