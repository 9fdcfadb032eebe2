/** One promise of the product, broken in its text. */
export interface Mutant {
  /** The end of the file's path. */
  readonly file: string
  readonly changes: readonly (readonly [from: string, to: string])[]
  /** What the judge has to say of it. */
  readonly caughtAs: RegExp
  /** Whether it shows only when what was not flushed is gone, as after a power cut. */
  readonly needsPowerCut?: true
}

export const mutants: Readonly<Record<string, Mutant>> = {
  'answers before it has written': {
    file: 'src/platform/spool/spool.ts',
    changes: [
      ['settle: (fault) => (fault === undefined ? resolve() : reject(fault)) })', 'settle: () => {} }); resolve()'],
      ['await writeWhole(file, bytes)', 'await new Promise((done) => setTimeout(done, 100)); await writeWhole(file, bytes)'],
    ],
    caughtAs: /was acknowledged and is lost/,
  },
  'answers before it has flushed': {
    file: 'src/platform/spool/spool.ts',
    changes: [['await file.datasync()', 'await undefined']],
    caughtAs: /was acknowledged and is lost/,
    needsPowerCut: true,
  },
  'forgets what the last run left in the spool': {
    file: 'src/border/arrivals/plate-read/intake.feed.ts',
    changes: [['this.#behind = Math.max(progress, spool.start)', 'this.#behind = spool.end']],
    caughtAs: /was acknowledged and is lost/,
  },
  'does not know a read again': {
    file: 'src/border/arrivals/plate-read/store-batch.feed.ts',
    changes: [['id: readIdOf(delivered)', 'id: crypto.randomUUID()'], ['idIfDayBefore: idOfTheDayBefore(delivered)', 'idIfDayBefore: undefined']],
    caughtAs: /is \d+ reads at the port/,
  },
  'never hands on again what a crash left unmatched': {
    file: 'src/border/arrivals/plate-read/intake.feed.ts',
    changes: [['if (this.#followUpDue) await this.#followUp()', 'this.#followUpDue = false']],
    caughtAs: /no hit stands|stored and never matched/,
  },
  'chains history to nothing': {
    file: 'src/platform/events/history-entry.ts',
    changes: [['sha256(salt + canonical(body))', 'sha256(canonical(body))']],
    caughtAs: /has another body than was written/,
  },
}
