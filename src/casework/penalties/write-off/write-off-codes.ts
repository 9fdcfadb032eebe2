/** Three kinds of giving up, never added together: we cannot collect, a court or a mistake took it away, or it is moved within our own books. */
export const writeOffClasses = ['administrative', 'judicial', 'system'] as const
export type WriteOffClass = (typeof writeOffClasses)[number]

export interface WriteOffCode {
  readonly code: string
  readonly class: WriteOffClass
  readonly words: string
  /** What has to be shown for it. */
  readonly evidence: string
  /** It is for no more than this. */
  readonly maxPence?: number
}

/** Why a debt may be given up, as data. A code is never removed: what was written off under it still bears it. */
export const writeOffCodes = [
  { code: 'whereabouts-unknown', class: 'administrative', words: 'Nobody knows where they are', evidence: 'Which traces were made, when, and what each found' },
  { code: 'gone-abroad', class: 'administrative', words: 'Abroad, and no route of enforcement there', evidence: 'The advice that no judgment can be enforced in that country' },
  { code: 'deceased', class: 'administrative', words: 'They have died, and nothing is left to claim on', evidence: 'The certificate, and what is known of the estate' },
  { code: 'company-wound-up', class: 'administrative', words: 'The company was wound up or dissolved', evidence: 'The entry of the register, and the liquidator’s answer' },
  { code: 'insolvent', class: 'administrative', words: 'Insolvent, and no dividend is to come', evidence: 'The order, and the trustee’s final answer' },
  { code: 'not-worth-collecting', class: 'administrative', words: 'Too small to collect', evidence: 'What collecting it would cost', maxPence: 10_00 },
  { code: 'out-of-time', class: 'administrative', words: 'Too late to go to court', evidence: 'The day on which the time to claim ended, and the advice on it' },
  { code: 'remitted', class: 'judicial', words: 'A court will not order it paid', evidence: 'The order, with its claim number and date' },
  { code: 'compromised', class: 'judicial', words: 'The rest is given up in a settlement of proceedings', evidence: 'The consent order or agreement, and who agreed to it' },
  { code: 'booked-by-mistake', class: 'system', words: 'It was booked by mistake and was never owed', evidence: 'The journal that was wrong, and why' },
  { code: 'moved-elsewhere', class: 'system', words: 'Moved to another ledger that collects it now', evidence: 'The other ledger, and its receipt' },
] as const satisfies readonly WriteOffCode[]

export type WriteOffCodeName = (typeof writeOffCodes)[number]['code']

export const writeOffCodeNames = writeOffCodes.map(({ code }) => code)

export function writeOffCode(name: WriteOffCodeName): WriteOffCode {
  const found = writeOffCodes.find(({ code }) => code === name)
  if (found === undefined) throw new Error(`There is no code ${name}`)
  return found
}

export const classWords: Readonly<Record<WriteOffClass, string>> = {
  administrative: 'Cannot be collected', judicial: 'Taken away by a court', system: 'Moved or corrected in our own books',
}
