/** What made a form, where that is no citation, for readers of French. Citations are the same in both languages. */
const french: Readonly<Record<string, string>> = {
  'not yet made': 'pas encore pris',
  'not held: S.I. 2000/685 applied': 'non repris ici : S.I. 2000/685 s’appliquait',
  'a county court': 'une county court',
  'the Court of Appeal, 2021': 'la Cour d’appel, 2021',
  'the Court of Appeal, 2024, on the law of 13 February 2023': 'la Cour d’appel, 2024, sur le droit du 13 février 2023',
  'guidance updated 20 July 2015': 'instructions mises à jour le 20 juillet 2015',
  'replaced by a reduction': 'remplacé par une réduction',
  'official guidance as reported': 'instructions officielles telles que rapportées',
  'no such rule found': 'aucune règle de ce genre trouvée',
  'our own rule, within the law above': 'notre propre règle, dans le cadre ci-dessus',
  'treated as in force for every decision made here': 'tenu pour en vigueur pour chaque décision prise ici',
  'Data (Use and Access) Act 2025 s.80, treated as in force for every decision made here': 'Data (Use and Access) Act 2025 s.80, tenu pour en vigueur pour chaque décision prise ici',
  'position reported by the inspectors, applied to every decision made here': 'position rapportée par les inspecteurs, appliquée à chaque décision prise ici',
  'S.I. 2003/2818, for penalties with S.I. 2004/244': 'S.I. 2003/2818, pour les sanctions avec S.I. 2004/244',
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
