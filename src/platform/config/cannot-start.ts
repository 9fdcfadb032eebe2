/** Something outside the program stands in the way. The message is one sentence that says what to do about it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}

/** What the operating system, and PostgreSQL in its own words (SQLSTATE 53100), call a full disk. */
const fullDisk = ['ENOSPC', 'EDQUOT', '53100']

/** The sentence for a disk that filled up while something was being done; `undefined` for any other fault. */
export function diskFull(folder: string, fault: unknown): CannotStart | undefined {
  for (let cause = fault; cause instanceof Error; cause = cause.cause) {
    if (fullDisk.includes(systemCode(cause) ?? '')) return fullAt(folder)
  }
  return undefined
}

function fullAt(folder: string): CannotStart {
  return new CannotStart(`The disk that holds ${folder} is full: free some space, or set JUXTA_DATA_DIR to a folder on another disk.`)
}

/** The code of a failed call to the operating system, such as `EACCES`; undefined for any other fault. */
export function systemCode(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return undefined
  return typeof fault.code === 'string' ? fault.code : undefined
}

/** Says in a sentence why a folder cannot be written, for those faults a person can mend; rethrows any other. */
export function cannotWrite(folder: string, fault: unknown): CannotStart {
  const code = systemCode(fault)
  if (code === 'EACCES' || code === 'EPERM') {
    return new CannotStart(`Juxta may not write to ${folder}: give this user write permission there, or set JUXTA_DATA_DIR to a folder it may write to.`)
  }
  // Making folders on a read-only disk is answered ENOENT by Node when a folder above is missing too.
  if (code === 'EROFS' || code === 'ENOENT') return new CannotStart(`${folder} cannot be made, because its disk is read-only or away: set JUXTA_DATA_DIR to a folder that can be written to.`)
  if (fullDisk.includes(code ?? '')) return fullAt(folder)
  if (code === 'ENOTDIR' || code === 'EEXIST') return new CannotStart(`${folder} is not a folder: set JUXTA_DATA_DIR to a folder that can be written to.`)
  throw fault
}
