import { forgetfulness, roomKeeping, searchVehicles, seeDwell, seeLanes } from '#border/arrivals'
import { examinedCrossings } from '#border/examinations'
import type { Wiring } from '#platform/web'
import { hitsPage } from './board/hits.page.ts'
import { boardPage, liveBoard } from './board/port-board.page.ts'
import { lanePage, lanesPage, liveLane, liveLanes } from './board/lane-board.page.ts'
import { answerRequestAction, requestHistoryPage, requestPage, requestsPage } from './older-history/older-history.page.ts'
import { dwellFile, dwellPage } from './dwell/dwell.page.ts'
import { contactVictimPage, repeatVictimsPage } from './repeat-victim/repeat-victims.page.ts'
import { contactVictims, seePorts } from './rights.ts'
import { crossingPage, livePictures } from './vehicle/crossing.page.ts'
import { hitPage } from './vehicle/hit.page.ts'
import { vehiclesFile, vehiclesPage } from './vehicle/vehicles.page.ts'

/** What only a port has: its own lanes. Mounted first there, so that an officer who signs in lands on them. */
export const lanes: Wiring = {
  nav: [{ href: '/lanes', en: 'Lanes', fr: 'Voies', right: seeLanes }],
  pages: [lanesPage, lanePage, liveLanes, liveLane],
}

/** What the centre alone keeps. */
export const engagementWithVictims: Wiring = {
  nav: [{ href: '/repeat-victims', en: 'Repeat victims', fr: 'Victimes répétées', right: contactVictims }],
  pages: [repeatVictimsPage, contactVictimPage],
}

export const coordination: Wiring = {
  nav: [
    { href: '/board', en: 'Ports', fr: 'Ports', right: seePorts },
    { href: '/vehicles', en: 'Vehicles', fr: 'Véhicules', right: searchVehicles },
    { href: '/dwell', en: 'Time in lanes', fr: 'Temps en voie', right: seeDwell },
  ],
  pages: [boardPage, liveBoard, hitsPage, hitPage, crossingPage, livePictures, vehiclesPage, vehiclesFile, dwellPage, dwellFile, requestsPage, requestHistoryPage, requestPage, answerRequestAction],
  // What arrivals forgets depends on what examinations keeps, and both are known here.
  feeds: [forgetfulness(examinedCrossings), roomKeeping(examinedCrossings)],
}
