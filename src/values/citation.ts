/** Where a rule is written: `S.I. 2002/2817 reg. 6` and the address at which anyone can read it. */
export interface Citation {
  readonly cite: string
  readonly url: string
}
