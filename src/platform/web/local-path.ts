/** A way back inside this site. Anything that a browser could read as another website's address becomes the first page. */
export function localPath(asked: string | undefined): string {
  return asked !== undefined && /^\/(?![/\\])/.test(asked) ? asked : '/'
}
