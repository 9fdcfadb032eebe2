import type { Officer, Role, Site } from '#values'

/** One row of the policy: a role that may do the act, and in which states or at which port. */
export interface Grant {
  readonly role: Role
  /** The states of the thing in which the act is open to this role; absent means every state. */
  readonly states?: readonly string[]
  /** Only for things that belong to the officer's own port. */
  readonly ownPort?: true
}

/** An act and everyone who may do it. Pages, API, lists, searches and counts all read the same one. */
export interface Right {
  readonly act: string
  readonly grants: readonly Grant[]
}

/** What the policy needs to know of the thing acted on. */
export interface Subject {
  readonly state?: string
  readonly site?: Site
  /** The only officers it is open to, by id; null or absent where it is open to everybody whom the right names. */
  readonly onlyFor?: readonly string[] | null
}

export function right(act: string, ...grants: readonly Grant[]): Right {
  return { act, grants }
}

export function grant(role: Role, limits: Omit<Grant, 'role'> = {}): Grant {
  return { role, ...limits }
}

/** The same grant for several roles. */
export function grants(roles: readonly Role[], limits: Omit<Grant, 'role'> = {}): readonly Grant[] {
  return roles.map((role) => grant(role, limits))
}

/** Whether this officer may do the act at all, or on this particular thing when one is given. */
export function may(officer: Officer, act: Right, subject?: Subject): boolean {
  return isOpenTo(officer, subject) && act.grants.some((given) => given.role === officer.role && covers(given, officer, subject))
}

/** What is closed to all but some stays open to auditors: they answer for the log of looks, and nothing is hidden from it. */
export function readsWhatIsClosed({ role }: Officer): boolean {
  return role === 'auditor'
}

function isOpenTo(officer: Officer, subject: Subject | undefined): boolean {
  const only = subject?.onlyFor ?? null
  return only === null || readsWhatIsClosed(officer) || only.includes(officer.id)
}

function covers(given: Grant, officer: Officer, subject: Subject | undefined): boolean {
  if (subject === undefined) return true
  if (given.states !== undefined && subject.state !== undefined && !given.states.includes(subject.state)) return false
  return given.ownPort === undefined || subject.site === undefined || subject.site === officer.port
}
