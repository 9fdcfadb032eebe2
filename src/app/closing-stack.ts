/** What must be closed, last opened first. */
export interface ClosingStack {
  add(close: () => Promise<void> | void): void
  /** Closes everything once, however often it is asked; one that fails does not keep the others open. */
  close(): Promise<void>
}

export function closingStack(onFault: (fault: unknown) => void): ClosingStack {
  const stack: (() => Promise<void> | void)[] = []
  let closed: Promise<void> | undefined

  const closeAll = async (): Promise<void> => {
    for (let close = stack.pop(); close !== undefined; close = stack.pop()) {
      try {
        await close()
      } catch (fault) {
        onFault(fault)
      }
    }
  }
  return {
    add: (close) => void stack.push(close),
    close: () => (closed ??= closeAll()),
  }
}
