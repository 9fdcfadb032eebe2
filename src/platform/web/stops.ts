import type { Right } from '#platform/identity'

/** Nothing is at this address, or nothing this officer may know of. */
export class NotFound extends Error {}

/** The reader is not signed in and has to be. */
export class SignInFirst extends Error {}

/** The officer is known and may not do this act. */
export class MayNot extends Error {
  readonly right: Right

  constructor(right: Right) {
    super(`May not: ${right.act}`)
    this.right = right
  }
}

/** The address or form could not be read. */
export class NotUnderstood extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('; '))
    this.problems = problems
  }
}

/** A form or file too large to hold. */
export class TooLarge extends Error {}

/** Another website tried to make this browser change something (ADR 0004). */
export class FromAnotherSite extends Error {}
