/** Who a person may sign in as in a demonstration, a line for each. */
export function demoPeople(): readonly string[] {
  return []
}
