import type { MappingFault } from './check-mapping.ts'

type Words = readonly [en: string, fr: string]

/** What is wrong with a field of a mapping, in English and in French. */
export const mappingFaultWords: Readonly<Record<MappingFault | 'no-name' | 'no-carrier' | 'not-a-scale', Words>> = {
  'no-name': ['Give the mapping a name', 'Donnez un nom à la correspondance'],
  'no-carrier': ['Choose what the camera sends', 'Choisissez ce que la caméra envoie'],
  'not-a-scale': ['Enter the number that means certain, such as 1 or 100', 'Indiquez le nombre qui signifie certain, par exemple 1 ou 100'],
  'plate-has-no-place': ['Say where the plate stands', 'Indiquez où se trouve la plaque'],
  'not-a-path': ['Write a path such as vehicle.plates[0].text', 'Écrivez un chemin tel que vehicle.plates[0].text'],
  'too-many-pieces': ['Join four pieces at most', 'Assemblez quatre morceaux au plus'],
  'too-long': ['The pattern is too long: 200 characters at most', 'Le motif est trop long : 200 caractères au plus'],
  'not-a-pattern': ['This is not a pattern: is a bracket left open?', 'Ce n’est pas un motif : une parenthèse reste-t-elle ouverte ?'],
  'nested-repeat': ['A group cannot be repeated: on some texts the pattern would never end. Repeat what is inside it instead', 'Un groupe ne peut être répété : sur certains textes le motif ne finirait jamais. Répétez plutôt son contenu'],
  'too-many-repeats': ['Use * + or {…} twice at most: each one multiplies the work', 'Deux répétitions * + ou {…} au plus : chacune multiplie le travail'],
  'repeat-too-large': ['Repeat 32 times at most', 'Répétez 32 fois au plus'],
  'looks-back': ['Patterns that look ahead, look back or repeat what was found are not taken', 'Les motifs qui regardent en avant, en arrière ou répètent le trouvé ne sont pas acceptés'],
  'no-group': ['Put ( ) around the part of the pattern that is the answer', 'Mettez entre ( ) la partie du motif qui est la réponse'],
  'not-a-time-format': ['Write iso, epoch, or an order such as dd/MM/yyyy HH:mm:ss', 'Écrivez iso, epoch, ou un ordre tel que dd/MM/yyyy HH:mm:ss'],
}
