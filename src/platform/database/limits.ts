/** Connections a site's process keeps: two cores serve no more at once, and PostgreSQL pays for each. */
export const connectionLimit = 12

/** How long to wait before listening again after the database went away. */
export const listenAgainAfterMs = 500
