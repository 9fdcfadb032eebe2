import { siteName } from '#values'
import type { SoloPlan } from './solo-plan.ts'

/** A line of progress: where, what, and how long it took since the line before it from there. */
export function progressLine(where: string, step: string, tookMs: number): string {
  return `  ${where.padEnd(22)}${step.padEnd(52)}${(tookMs / 1000).toFixed(1).padStart(6)} s\n`
}

/** What a person needs once everything runs. */
export function welcome({ sites, publicAddress, rootFolder }: SoloPlan, people: readonly string[]): string {
  const rows = sites.map(({ site, address }) => `  ${`${siteName(site)}, staff`.padEnd(30)}${address}`)
  const [centre, ...rest] = rows
  return [
    '', 'Juxta is running. Everything you see is made up: no person, company or vehicle in it exists.', '',
    centre ?? '', `  ${'Drivers and hauliers'.padEnd(30)}${publicAddress}`, ...rest, '',
    ...(people.length === 0 ? [] : ['Sign in with one click as:', ...people.map((person) => `  ${person}`), '']),
    'Try first:',
    `  1. Sign in at ${addressOf(sites, 'calais')} as the lane officer and watch the lane board: a listed lorry arrives within minutes.`,
    '  2. Acknowledge the hit, open a search, record what you find.',
    `  3. Sign in at ${addressOf(sites, 'centre')} as the caseworker: the case is there.`,
    '  4. Cut a port off: npx juxta link cut --site calais. It goes on working; npx juxta link heal --site calais joins it again.', '',
    `What is recorded stays in ${rootFolder} for the next start; npm start -- --fresh begins anew. Ctrl-C stops everything.`, '',
  ].join('\n')
}

function addressOf(sites: SoloPlan['sites'], wanted: string): string {
  return sites.find(({ site }) => site === wanted)?.address ?? ''
}
