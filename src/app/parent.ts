/** What a site's process says to the demonstration that started it. */
export type Word =
  | { readonly step: string }
  | { readonly ready: readonly string[] }
  | { readonly joined: true }
  | { readonly reason: string }

/** Said to nobody when the process was started by hand. */
export function tellParent(word: Word): void {
  if (process.connected) process.send?.(word)
}
