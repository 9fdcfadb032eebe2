import type pg from 'pg'
import type { Officer } from '../../src/values/door.ts'
import type { Asked } from './asker.ts'
import { timings, type Timing } from './timings.ts'

const given = ['Andrei', 'Сергей', 'Grzegorz', 'Αλέξανδρος', 'Mehmet', 'Jürgen', 'Ștefan', 'Володимир', 'Łukasz', 'Georgi', 'Ion', 'Юрий', 'Piotr', 'Χρήστος', 'Hüseyin', 'Mihai', 'Олександр', 'Tomasz', 'Dimitar', 'Jonas'] as const
const beginnings = ['Ковал', 'Popes', 'Wójci', 'Papado', 'Yıldı', 'Schnei', 'Ionesc', 'Щерба', 'Brzęcz', 'Цветк', 'Kuznet', 'Dumitr', 'Nowako', 'Χατζη', 'Çelik', 'Müll', 'Georgi', 'Черн', 'Kowal', 'Петре', 'Vasil', 'Жук', 'Zieliń', 'Marin', 'Stoyan'] as const
const endings = ['енко', 'cu', 'k', 'poulos', 'rım', 'der', 'u', 'к', 'yszczyk', 'ов', 'sov', 'escu', 'wski', 'νικολάου', 'oğlu', 'er', 'ev', 'ова', 'czyk', 'ску', 'iu', 'ов', 'ski', 'ović', 'ov'] as const

/** Gives the grown persons names as lorries bring them: half a thousand thousand combinations in four scripts, so that no name is everybody’s. */
export async function growNames(client: pg.Client): Promise<void> {
  await client.query(`
    update penalties.person p set identity = identity || jsonb_build_object('name', given || ' ' || beginning || ending || ' ' || chr(65 + (n / 7 % 26)::int) || (array['ar', 'el', 'in', 'os', 'um', 'yk'])[1 + n / 11 % 6] || chr(97 + (n / 3 % 26)::int), 'registeredNumber', 'L' || n)
    from (select id, abs(hashtext(id::text)) as n from penalties.person where case_id in (select id from penalties.case where reference like 'JX-1999-%')) as drawn
    cross join lateral (select (array[${quoted(given)}])[1 + n % ${given.length}] as given, (array[${quoted(beginnings)}])[1 + n / 31 % ${beginnings.length}] as beginning, (array[${quoted(endings)}])[1 + n / 1009 % ${endings.length}] as ending) as parts
    where p.id = drawn.id`)
  await client.query('vacuum analyze penalties.person')
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ')
}

/** What people type: whole names and parts of them in another script than the record, misspelt ones, plates, numbers, references, and words of a decision. */
const typed = [
  'Sergey Kovalenko', 'Шнейдер', 'popescu andrei', 'Papadopulos', 'Wojcik Lukasz', 'Brzeczyszczyk', 'Hatzinikolau', 'yildirim', 'Kuznetsof', 'Volodymyr Shcherbak', 'Müller', 'zzyzx',
  'JX-1999-000123', '4711', 'B17JX1', 'B899JX', 'L1234567', 'figure fits', 'nobody checked the vehicle', 'Cvetkova',
] as const

export async function measureSearch({ ask }: Asked, officers: readonly Officer[], asked: number): Promise<Timing> {
  const questions = Array.from({ length: asked }, (_, place) => () => {
    const officer = officers[place % officers.length]
    if (officer === undefined) throw new Error('Nobody to search')
    return ask(officer, '/cases/search', { q: typed[place % typed.length] ?? '', reason: 'own-work' })
  })
  for (const first of questions.slice(0, typed.length)) await first()
  return timings('search', questions)
}
