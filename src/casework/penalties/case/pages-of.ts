interface Paged {
  readonly count: number
  readonly onAPage: number
  readonly address: (page: number) => string
}

/** Which page it is, of how many, with the addresses of those beside it. */
export function pagesOf(now: number, { count, onAPage, address }: Paged) {
  const of = Math.max(1, Math.ceil(count / onAPage))
  return { now, of, before: now > 1 ? address(now - 1) : undefined, after: now < of ? address(now + 1) : undefined }
}
