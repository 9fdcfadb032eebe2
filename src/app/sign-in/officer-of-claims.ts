import { isPort, roles, type Officer, type Role } from '#values'

/** What an identity provider says of a person, in the claims Juxta reads. */
export interface Claims {
  readonly sub: string
  readonly name?: unknown
  readonly juxta_role?: unknown
  readonly juxta_port?: unknown
}

/** The officer the claims describe; `undefined` for an account that has no part in Juxta, whatever else it may be. */
export function officerOfClaims({ sub, name, juxta_role: role, juxta_port: port }: Claims): Officer | undefined {
  if (!isStaffRole(role)) return undefined
  const officer: Officer = { id: sub, name: typeof name === 'string' ? name : sub, role }
  if (typeof port === 'string' && isPort(port)) return { ...officer, port }
  // A lane officer's rights are those of a port; without one there is nothing to grant.
  return role === 'lane-officer' ? undefined : officer
}

function isStaffRole(role: unknown): role is Role {
  return role !== 'visitor' && (roles as readonly unknown[]).includes(role)
}
