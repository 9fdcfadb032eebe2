import { z } from 'zod'
import { action, formPage } from '#platform/web'
import { reasonText } from '../form-fields.page.ts'
import { detectionRefusals } from '../refusals.ts'
import { recordDetections } from '../rights.ts'
import { reportedByDriver } from './alarm.ts'
import { describeSections } from './describe-detection.ts'
import { describeHandOver } from './describe-hand-over.ts'
import { isComplete } from './detection.ts'
import { changeDetection, readDetection } from './detection.store.ts'
import { logLook } from './look.page.ts'
import { recordDetection } from './record-detection.ts'
import { discardDetection } from './start-detection.ts'
import { progress } from './steps.ts'

const params = z.object({ id: z.uuid() })

export const checkDetectionPage = formPage({
  path: '/detections/:id/check',
  right: recordDetections,
  template: 'border/examinations/detection/check.njk',
  params,
  form: z.object({}),
  refusals: detectionRefusals,
  subject: ({ id }, { db }) => readDetection(db, id),
  show: async ({ id }, ctx) => {
    const detection = await readDetection(ctx.db, id)
    if (detection === undefined) return undefined
    await logLook(ctx, detection, 'all answers', { reason: 'handling' })
    const { words } = ctx
    const { alarm, scene, papers, photos } = detection
    return {
      detection,
      progress: progress(detection, 'check', words),
      complete: isComplete(detection),
      selfReported: alarm !== null && reportedByDriver(alarm),
      sections: describeSections(detection, words),
      handOver: scene?.handOver && describeHandOver({ ...scene.handOver, acknowledged: null }, detection.site, words),
      checklistWithoutPhoto: papers?.checklist === 'seen' && !photos.some(({ of }) => of === 'checklist'),
      childrenToConsider: alarm?.childWelfare === 'not-yet',
    }
  },
  submit: ({ id }, _form, { db, by, clock }) => changeDetection(db, { id, by: by() }, (detection) => recordDetection(detection, clock.now())),
  next: ({ id }) => `/detections/${id}`,
  done: { en: 'The detection is recorded. Casework has been told.', fr: 'La découverte est enregistrée. Les dossiers sont avertis.' },
})

export const discardDetectionAction = action({
  path: '/detections/:id/discard',
  right: recordDetections,
  params,
  form: z.object({ because: reasonText }),
  refusals: detectionRefusals,
  subject: ({ id }, { db }) => readDetection(db, id),
  submit: ({ id }, { because }, { db, by }) => changeDetection(db, { id, by: by(because) }, (detection) => discardDetection(detection, because)),
  next: () => '/detections',
  done: { en: 'The draft is put away. It can still be read in the history.', fr: 'Le brouillon est écarté. Il reste lisible dans l’historique.' },
})
