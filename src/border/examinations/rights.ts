import { grant, grants, right } from '#platform/identity'

const laneOfficer = grant('lane-officer', { ownPort: true })
const atCentre = ['caseworker', 'senior-officer'] as const

/** Counts of techniques and results name nobody, so whoever plans or measures searches may read them. */
export const seeSearches = right('search.see', laneOfficer, ...grants(['duty-officer-uk', 'analyst', 'auditor', ...atCentre]))

export const runSearch = right('search.run', laneOfficer, grant('duty-officer-uk'))

export const seeDetections = right('detection.see', laneOfficer, ...grants(['duty-officer-uk', 'analyst', 'auditor', ...atCentre]))

/** Who was driving, what was said, and the pictures: not for analysis. */
export const seeDetectionPersons = right('detection.see-persons', laneOfficer, ...grants(['duty-officer-uk', 'auditor', ...atCentre]))

export const recordDetections = right('detection.record', laneOfficer, grant('duty-officer-uk'))

/** The list that both sides of the desk work from: numbers of people, times and receipts, and nothing of the vehicle's case. */
export const seeHandOvers = right('hand-over.see', laneOfficer, ...grants(['duty-officer-uk', 'duty-officer-fr', 'auditor']))

export const handOver = right('hand-over.record', laneOfficer, grant('duty-officer-uk'))

export const acknowledgeReceipt = right('hand-over.acknowledge', grant('duty-officer-fr'))
