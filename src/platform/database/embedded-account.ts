import { readFileSync } from 'node:fs'
import { access, chown, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The user PostgreSQL runs as. Empty unless we are root, because PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid?: number
  readonly gid?: number
}

/** `nobody` on Linux: the last resort where the machine has no user made for PostgreSQL. */
const nobodyId = 65534

const searchable = 0o1

/** Lends PostgreSQL an unprivileged user that the machine already has; none is created. */
export function accountForPostgres(): Account {
  if (process.getuid?.() !== 0) return {}
  return userNamed('postgres') ?? userNamed('nobody') ?? { uid: nobodyId, gid: nobodyId }
}

/** Gives a folder or file to the account that PostgreSQL runs as. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (account.uid !== undefined && account.gid !== undefined) await chown(path, account.uid, account.gid)
}

/** The first folder above `path` that the account may not pass through, if there is one. */
export async function barrierTo(account: Account, path: string): Promise<string | undefined> {
  if (account.uid === undefined) return undefined
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (await exists(folder) && !(await mayPass(account, folder))) return folder
    if (folder === dirname(folder)) return undefined
  }
}

async function mayPass({ uid, gid }: Account, folder: string): Promise<boolean> {
  const { mode, uid: owner, gid: group } = await stat(folder)
  const shift = owner === uid ? 6 : group === gid ? 3 : 0
  return ((mode >> shift) & searchable) === searchable
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false)
}

function userNamed(name: string): Account | undefined {
  const line = usersOfThisMachine().find((user) => user.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

function usersOfThisMachine(): readonly string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    return []
  }
}
