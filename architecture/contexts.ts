/** Every bounded context, in the order the work flows, and the contexts whose door it may open. */
export const contexts: Readonly<Record<string, readonly string[]>> = {
  'border/watchlists': [],
  'border/arrivals': ['border/watchlists'],
  'border/examinations': ['border/arrivals'],
  'border/release': ['border/watchlists', 'border/arrivals'],
  'border/coordination': ['border/watchlists', 'border/arrivals', 'border/examinations', 'border/release'],
  'casework/penalties': ['border/examinations'],
  'oversight/engagement': ['border/watchlists', 'border/arrivals', 'border/examinations', 'casework/penalties'],
  'public/calculator': [],
  'public/guidance': [],
  'public/statute-book': [],
}
