import { grant, grants, right } from '#platform/identity'

const laneOfficer = grant('lane-officer', { ownPort: true })

/** Plates as they pass, live: the people who stand there and those who direct them. */
export const seeLanes = right('lanes.see', laneOfficer, ...grants(['duty-officer-uk', 'duty-officer-fr', 'auditor']))

/** One crossing, at whichever port it was: a lorry turned away at one port is met again at another. */
export const seeCrossing = right('crossing.see', ...grants(['lane-officer', 'duty-officer-uk', 'duty-officer-fr', 'caseworker', 'senior-officer', 'auditor']))

/** Where a vehicle has been seen. Asked for by plate, with a reason that is kept. */
export const searchVehicles = right('vehicle.search', ...grants(['lane-officer', 'duty-officer-uk', 'caseworker', 'senior-officer', 'auditor']))

/** A hit is handled by those who stand at the lane; the French side sees it and acts under its own law. */
export const handleHits = right('hit.handle', laneOfficer, grant('duty-officer-uk'))

/** Whether the cameras are well, and what they sent that nobody understood. */
export const seeCameras = right('cameras.see', laneOfficer, ...grants(['duty-officer-uk', 'duty-officer-fr', 'watchlist-owner', 'auditor']))

/** Who decides which cameras may post, and has a message tried again. */
export const keepCameras = right('cameras.keep', grant('duty-officer-uk'))

/** Asking what a message means, without it counting for anything. */
export const understandMessages = right('message.understand', ...grants(['lane-officer', 'duty-officer-uk', 'watchlist-owner', 'analyst']))

/** How long vehicles stand in the lanes: figures without a vehicle in them. */
export const seeDwell = right('dwell.see', laneOfficer, ...grants(['duty-officer-uk', 'duty-officer-fr', 'analyst', 'auditor']))

/** Keeping a crossing beyond its time, for a case: who directs the port, and is asked for it by whoever has the case. */
export const holdCrossings = right('crossing.hold', ...grants(['duty-officer-uk', 'senior-officer']))
