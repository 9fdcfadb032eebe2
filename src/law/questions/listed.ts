/** Actions by their places in the regulations, behind a sentence; nothing where they were judged as a whole. */
export function listed(actions: readonly string[]): string {
  return actions.length === 0 ? '' : `: ${actions.join('; ')}`
}
