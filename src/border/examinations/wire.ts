import type { Wiring } from '#platform/web'

export const examinations: Wiring = { pages: [] }
