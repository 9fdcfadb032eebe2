import { CannotStart } from '#platform/config'
import { parseArgs } from 'node:util'

type Kind = 'text' | 'yes'

export type Flags<Kinds extends Readonly<Record<string, Kind>>> = { readonly [Name in keyof Kinds]?: Kinds[Name] extends 'yes' ? boolean : string }

/** Reads `--name value` and `--name`; says in a sentence which word it does not know. */
export function flagsOf<const Kinds extends Readonly<Record<string, Kind>>>(args: readonly string[], kinds: Kinds): Flags<Kinds> {
  const options = Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'yes' ? 'boolean' : 'string' } as const]))
  try {
    return parseArgs({ args: [...args], options, strict: true }).values as Flags<Kinds>
  } catch (fault) {
    throw new CannotStart(`${fault instanceof Error ? fault.message.split('\n')[0] : String(fault)} Known here: ${Object.keys(kinds).map((name) => `--${name}`).join(' ') || 'no options'}.`)
  }
}
