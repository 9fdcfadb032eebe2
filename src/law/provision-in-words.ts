import { pence } from '#values'
import { figureWords } from './figure-words.ts'
import type { Standing } from './provision.ts'
import { amountInWords, say, type Words } from './words.ts'

export const standingWords: Readonly<Record<Standing, Words>> = {
  read: say('Read in the official text', 'Lu dans le texte officiel'),
  reported: say('Reported by others who quote it; the text itself could not be read', 'Rapporté par d’autres qui le citent ; le texte n’a pas pu être lu'),
  derived: say('Worked out from what was read', 'Déduit de ce qui a été lu'),
  unconfirmed: say('Not confirmed by any source', 'Confirmé par aucune source'),
}

/** The provision's name in an address: its citation with nothing but letters and digits. */
export function slugOf(cite: string): string {
  return cite.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

/** The figures of one form, a line for each; none where the provision has no figure beyond what it says. */
export function ruleLines(rule: unknown, unit?: 'pence'): readonly Words[] {
  if (Array.isArray(rule)) return listLines(rule, unit)
  if (isRequirement(rule)) return [requirementLine(rule)]
  if (isRecord(rule)) return Object.entries(rule).flatMap(([name, value]) => namedLines(name, value, unit))
  return isScalar(rule) ? [valueWords(rule, unit)] : []
}

/** Its place in the law stands before it where it has one; a name of ours says nothing to a reader. */
function requirementLine({ id, words }: { readonly id: string; readonly words: Words }): Words {
  return /^([a-z]|\d.*)$/.test(id) ? say(`${id}: ${words.en}`, `${id} : ${words.fr}`) : words
}

function listLines(values: readonly unknown[], unit?: 'pence'): readonly Words[] {
  if (!values.every(isScalar)) return values.flatMap((each) => ruleLines(each, unit))
  const words = values.map((each) => valueWords(each, unit))
  return words.length === 0 ? [say('nobody', 'personne')] : [say(words.map(({ en }) => en).join(', '), words.map(({ fr }) => fr).join(', '))]
}

/** What is so and no more is what the provision says already. A list of requirements needs no name before each of them. */
function namedLines(name: string, value: unknown, unit?: 'pence'): readonly Words[] {
  if (value === true) return []
  const lines = ruleLines(value, unit)
  if (Array.isArray(value) && value.some(isRequirement)) return lines
  const named = nameWords(name)
  return lines.map((line) => say(`${named.en}: ${line.en}`, `${named.fr} : ${line.fr}`))
}

function valueWords(value: string | number | boolean | null, unit?: 'pence'): Words {
  if (typeof value === 'number') return unit === 'pence' ? amountInWords(pence(value)) : say(value.toLocaleString('en-GB'), value.toLocaleString('fr-FR'))
  if (typeof value === 'boolean') return value ? say('yes', 'oui') : say('no', 'non')
  return value === null ? say('none', 'aucun') : nameWords(value)
}

/** Places, and citations of other provisions, are written alike in both languages. */
function nameWords(name: string): Words {
  return figureWords[name] ?? say(name, name)
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isRequirement(value: unknown): value is { readonly id: string; readonly words: Words } {
  return isRecord(value) && typeof value['id'] === 'string' && isRecord(value['words'])
}
