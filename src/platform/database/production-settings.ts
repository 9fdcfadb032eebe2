/** A setting of the server that decides whether what it acknowledged is still there after a power cut. */
interface SafeSetting {
  readonly name: string
  isSafe(value: string): boolean
  readonly mustBe: string
  readonly because: string
}

const among = (...values: readonly string[]) => (value: string): boolean => values.includes(value)

/** What each costs when it is off was measured by cutting the power (docs/operations/production.md). */
const safeSettings: readonly SafeSetting[] = [
  { name: 'fsync', isSafe: among('on'), mustBe: 'on', because: 'without it a power cut can lose whole tables' },
  { name: 'full_page_writes', isSafe: among('on'), mustBe: 'on', because: 'a page half written at a power cut cannot be mended' },
  { name: 'synchronous_commit', isSafe: among('on', 'remote_apply'), mustBe: 'on or remote_apply', because: 'otherwise a camera is told that a read is kept before it is' },
  { name: 'data_checksums', isSafe: among('on'), mustBe: 'on (initdb --data-checksums, or pg_checksums --enable while it is stopped)', because: 'without them a flipped bit is served as evidence' },
  { name: 'data_sync_retry', isSafe: among('off'), mustBe: 'off', because: 'a disk that failed to write must not be believed when it is asked again' },
  { name: 'max_slot_wal_keep_size', isSafe: (value) => Number(value) > 0, mustBe: 'more than 0 (4GB is about forty days of a cut port)', because: 'without a limit one port that stays away fills the disk and stops the site' },
  { name: 'TimeZone', isSafe: among('UTC', 'Etc/UTC'), mustBe: 'UTC', because: 'legal days are counted by Juxta itself, from moments in UTC' },
]

/** Everything about the server that production must not run with, a sentence for each. */
export function unsafeSettings(settings: ReadonlyMap<string, string>): readonly string[] {
  return safeSettings
    .filter(({ name, isSafe }) => !isSafe(settings.get(name) ?? ''))
    .map(({ name, mustBe, because }) => `${name} is ${settings.get(name) ?? 'not known to this server'} and must be ${mustBe}: ${because}.`)
}

export const settingNames: readonly string[] = safeSettings.map(({ name }) => name)
