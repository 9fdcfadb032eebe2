import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { checkOf, derivedPoints, everyProvision, instruments, notHeld, ruleLines, slugOf, standingWords, unsettledPoints, type Form, type Provision, type UnsettledPoint } from '#law'
import { dayInWords } from '#values'
import { filesBelow } from '../architecture/source-files.ts'

/** The pages of `docs/law`, each by its path: one for a provision, one for all of them, one for what is not settled. */
export function lawPages(): ReadonlyMap<string, string> {
  const used = usesOfProvisions()
  return new Map([
    ['docs/law/README.md', indexPage()],
    ['docs/law/not-settled.md', notSettledPage()],
    ...everyProvision.map((provision): [string, string] => [pathOf(provision), provisionPage(provision, used.get(provision.cite) ?? { questions: [], tests: [] })]),
  ])
}

function pathOf({ cite }: Pick<Provision<unknown>, 'cite'>): string {
  return `docs/law/${slugOf(cite)}.md`
}

/** The first line of every page written here, by which it is told from those written by hand. */
export const written = '<!-- Written by `npm run law` from src/law. Change it there. -->\n\n'

function indexPage(): string {
  const sections = instruments.map(({ name, provisions }) => `## ${name.en}\n\n| Provision | Says | Standing |\n|---|---|---|\n${provisions.map((each) => `| [${each.cite}](${basename(pathOf(each))}) | ${each.says.en} | ${standingWords[each.standing].en} |`).join('\n')}\n`)
  return `${written}# The law, provision by provision\n\nEvery rule that a decision or a last day rests on, in our words, with its forms by date. Nobody qualified has checked these pages yet; until somebody has, they say how each rule is known. [What is not settled](not-settled.md) is on a page of its own.\n\n${sections.join('\n')}`
}

function notSettledPage(): string {
  const doubtful = everyProvision.filter(({ standing }) => standing !== 'read').map((each) => `- [${each.cite}](${basename(pathOf(each))}): ${standingWords[each.standing].en.toLowerCase()}`)
  return `${written}# What is not settled\n\nPoints on which the sources leave two readings, and what would settle each. Wherever one of them moves an amount, whoever decides is shown both.\n\n${pointRows(unsettledPoints)}\n## What was worked out\n\nNo source that could be read says these. Each is how it is taken here, until somebody settles it.\n\n${pointRows(derivedPoints)}\n## What is left to a person\n\n${notHeld.map(({ what, why }) => `- ${what.en}. ${why.en}`).join('\n')}\n\n## Provisions whose text could not be read\n\n${doubtful.join('\n')}\n`
}

function pointRows(points: readonly UnsettledPoint[]): string {
  return points.map(({ id, question, chosen, other, settledBy }) => `### ${id}: ${question.en}\n\n- Taken: ${chosen.en}\n- Could be: ${other.en}\n- Settled by: ${settledBy.en}\n`).join('\n')
}

function lastChecked(provision: Provision<unknown>): string {
  const check = checkOf(provision)
  return check === undefined ? 'nobody yet' : `${check.by}, ${dayInWords(check.on)}: ${check.found}`
}

function provisionPage(provision: Provision<unknown>, { questions, tests }: Uses): string {
  const { cite, url, says, standing, forms } = provision
  const parts = [
    `# ${cite}`, says.en, `_${says.fr}_`, `Text: <${url}>. ${standingWords[standing].en}. Last checked by somebody qualified: ${lastChecked(provision)}.`,
    `## Forms\n\n${forms.map((form) => formLines(form, provision.unit)).join('\n')}`,
    `## Asked by\n\n${links(questions)}`, `## Tried by\n\n${links(tests)}`, '[All provisions](README.md)',
  ]
  return `${written}${parts.join('\n\n')}\n`
}

function formLines({ from, to, madeBy, rule }: Form<unknown>, unit?: 'pence'): string {
  const span = to === undefined ? `From ${dayInWords(from)}` : `From ${dayInWords(from)} to ${dayInWords(to)}`
  if (rule === null) return `- ${span}: not in force (${madeBy})`
  const lines = ruleLines(rule, unit).map(({ en }) => `  - ${en}`)
  return [`- ${span}, made by ${madeBy}`, ...lines].join('\n')
}

function links(files: readonly string[]): string {
  return files.length === 0 ? 'Nothing yet.' : files.map((file) => `- [${basename(file)}](${relative('docs/law', file)})`).join('\n')
}

interface Uses {
  readonly questions: readonly string[]
  readonly tests: readonly string[]
}

/** Which files of the law name each provision, and which tests of the law reach those files by their imports. */
function usesOfProvisions(): ReadonlyMap<string, Uses> {
  const files = filesBelow('src/law', '.ts')
  const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
  const reached = new Map(files.filter((file) => file.endsWith('.test.ts')).map((file) => [file, reachedFrom(file, sources)]))
  return new Map(exportedProvisions(sources).map(({ name, cite }) => {
    const questions = files.filter((file) => !file.includes('/instruments/') && !file.endsWith('.test.ts') && new RegExp(`\\b${name}\\b`).test(sources.get(file) ?? ''))
    const tests = [...reached].filter(([, seen]) => questions.some((question) => seen.has(question))).map(([file]) => file)
    return [cite, { questions, tests }]
  }))
}

function exportedProvisions(sources: ReadonlyMap<string, string>): readonly { name: string; cite: string }[] {
  const names = [...sources].filter(([file]) => file.includes('/instruments/')).flatMap(([, text]) => [...text.matchAll(/^export const (\w+): Provision/gm)].map(([, name]) => name ?? ''))
  const inOrder = [...sources].filter(([file]) => file.includes('/instruments/')).flatMap(([, text]) => [...text.matchAll(/says: say\('([^']*)'/g)].map(([, says]) => says ?? ''))
  return names.map((name, at) => ({ name, cite: everyProvision.find(({ says }) => says.en === inOrder[at])?.cite ?? '' }))
}

function reachedFrom(file: string, sources: ReadonlyMap<string, string>): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [file]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [, target] of (sources.get(next) ?? '').matchAll(/from '(\.[^']+)'/g)) {
      const path = join(dirname(next), target ?? '')
      if (seen.has(path) || !sources.has(path)) continue
      seen.add(path)
      waiting.push(path)
    }
  }
  return seen
}
