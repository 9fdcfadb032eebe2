/** Something outside the program stands in the way. The message is one sentence that says what to do about it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
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
  if (code === 'EROFS') return new CannotStart(`${folder} is on a read-only disk: set JUXTA_DATA_DIR to a folder that can be written to.`)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new CannotStart(`The disk that holds ${folder} is full: free some space, or set JUXTA_DATA_DIR to a folder on another disk.`)
  if (code === 'ENOTDIR' || code === 'EEXIST') return new CannotStart(`${folder} is not a folder: set JUXTA_DATA_DIR to a folder that can be written to.`)
  throw fault
}
