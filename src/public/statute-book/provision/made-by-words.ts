/** What made a form, where that is no citation, for readers of French. Citations are the same in both languages. */
const french: Readonly<Record<string, string>> = {
  'not yet made': 'pas encore pris',
  'not held: S.I. 2000/685 applied': 'non repris ici : S.I. 2000/685 s’appliquait',
  'rules of court': 'règles de procédure',
  'guidance of 3 May 2023': 'instructions du 3 mai 2023',
  'guidance updated 1 January 2026': 'instructions mises à jour le 1er janvier 2026',
  'no trigger known': 'aucun seuil connu',
  'practice reported in January 2026': 'pratique rapportée en janvier 2026',
  'no such practice': 'aucune pratique de ce genre',
  'practice reported from January 2026': 'pratique rapportée depuis janvier 2026',
  'the same Act, with the practice and guidance of 1 January 2026': 'la même loi, avec la pratique et les instructions du 1er janvier 2026',
}

export function madeByInFrench(madeBy: string): string {
  return (french[madeBy] ?? madeBy).replace('repealed for vehicles by', 'abrogé pour les véhicules par')
}
