import type { Wiring } from '#platform/web'
import { cameraPage } from './camera/camera.page.ts'
import { camerasPage } from './camera/cameras.page.ts'
import { changeKeyPage } from './camera/change-key.page.ts'
import { watchCameras } from './camera/judge-cameras.feed.ts'
import { linkCameraPage } from './camera/link-camera.page.ts'
import { placeCameraPage } from './camera/place-camera.page.ts'
import { registerCameraPage, retireCameraAction } from './camera/register-camera.page.ts'
import { setClockPage } from './camera/set-clock.page.ts'
import { correctPlatePage } from './correction/correct-plate.page.ts'
import { onReads } from './crossing/on-reads.feed.ts'
import { acknowledgeHitPage } from './hit/acknowledge-hit.page.ts'
import { confirmHitAction } from './hit/confirm-hit.page.ts'
import { dismissHitPage } from './hit/dismiss-hit.page.ts'
import { watchHits } from './hit/watch-hits.feed.ts'
import { cameraFeed } from './plate-read/camera-intake.feed.ts'
import { mapCameraAction, mappingsPage } from './mapping/mappings.page.ts'
import { newMappingPage, writeMappingPage } from './mapping/write-mapping.page.ts'
import { tryMappingPage } from './mapping/try-mapping.page.ts'
import { answerRequests } from './picture/answer-requests.feed.ts'
import { askForPicturesAction } from './picture/ask-for-pictures.page.ts'
import { plateImage } from './plate-read/plate-image.page.ts'
import { quarantinedMessagePage, quarantinePage, tryAgainAction } from './plate-read/quarantine.page.ts'
import { understandPage } from './plate-read/understand.page.ts'
import { holdCrossingPage, releaseHoldAction } from './retention/hold-crossing.page.ts'
import { seeCameras, understandMessages } from './rights.ts'

export const arrivals: Wiring = {
  nav: [
    { href: '/cameras', en: 'Cameras', fr: 'Caméras', right: seeCameras },
    { href: '/understand', en: 'Camera messages', fr: 'Messages de caméra', right: understandMessages },
  ],
  pages: [
    acknowledgeHitPage, confirmHitAction, dismissHitPage, correctPlatePage,
    camerasPage, cameraPage, placeCameraPage, changeKeyPage, setClockPage, registerCameraPage, retireCameraAction, linkCameraPage, quarantinePage, quarantinedMessagePage, tryAgainAction, understandPage, plateImage, askForPicturesAction, holdCrossingPage, releaseHoldAction,
    mappingsPage, mapCameraAction, tryMappingPage, newMappingPage, writeMappingPage,
  ],
  feeds: [answerRequests, cameraFeed(onReads), watchHits, watchCameras],
}
