import { z } from 'zod'
import type { Decision } from '#platform/decisions'
import { refuse } from '#platform/decisions'
import { formPage, type PageContext, type Route } from '#platform/web'
import { detectionRefusals } from '../refusals.ts'
import { recordDetections } from '../rights.ts'
import { correctDetection } from './correct-detection.ts'
import type { Detection, DetectionEvent, Section, SectionName, Sections } from './detection.ts'
import { changeDetection, readDetection } from './detection.store.ts'
import { logLook } from './look.page.ts'
import { noteSection } from './note-section.ts'
import { progress, stepAfter } from './steps.ts'

export type Typed = Readonly<Record<string, unknown>>

type SaidWithEachStep = { readonly because: string | null; readonly goTo?: 'check' | undefined }

/** One part of the record as a form: what it asks, how answers are read from it and written back into it. */
export interface SectionForm<Name extends SectionName, Form extends z.ZodType<SaidWithEachStep>> {
  readonly section: Name
  readonly form: Form
  readonly read: (form: z.output<Form>, ctx: PageContext, detection: Detection | undefined) => Sections[Name]
  readonly typed: (answers: Sections[Name]) => Typed
  readonly propose: (detection: Detection, ctx: PageContext) => Promise<Typed>
  readonly words: (ctx: PageContext) => object
}

const params = z.object({ id: z.uuid() })

/** The page of one step: saves it to the draft, or, once the find is recorded, corrects it with a reason. */
export function sectionPage<Name extends SectionName, Form extends z.ZodType<SaidWithEachStep>>(asked: SectionForm<Name, Form>): Route {
  const { section } = asked
  return formPage({
    path: `/detections/:id/${section}`,
    right: recordDetections,
    template: `border/examinations/detection/${section}.njk`,
    params,
    form: asked.form,
    refusals: detectionRefusals,
    subject: ({ id }, { db }) => readDetection(db, id),
    show: async ({ id }, ctx) => {
      const detection = await readDetection(ctx.db, id)
      return detection && viewOf(asked, detection, ctx)
    },
    submit: ({ id }, form, ctx) =>
      changeDetection(ctx.db, { id, by: ctx.by(form.because ?? undefined) }, (detection) => {
        const answered = { section, answers: asked.read(form, ctx, detection) } as unknown as Section
        return detection?.stage === 'recorded' ? correct(detection, answered, form.because, ctx) : noteSection(detection, answered, ctx.clock.now())
      }),
    next: ({ id }, { goTo }, { events }) => {
      const corrected = events.some(({ type }) => type === 'detection-corrected')
      return corrected ? `/detections/${id}` : `/detections/${id}/${goTo ?? stepAfter(section)}`
    },
    done: { en: 'Saved.', fr: 'Enregistré.' },
  })
}

function correct(detection: Detection, answered: Section, because: string | null, { clock, officer }: PageContext): Decision<DetectionEvent> {
  return because === null ? refuse('say-why-corrected') : correctDetection(detection, answered, { because, at: clock.now(), by: officer.name })
}

async function viewOf<Name extends SectionName, Form extends z.ZodType<SaidWithEachStep>>(asked: SectionForm<Name, Form>, detection: Detection, ctx: PageContext) {
  await logLook(ctx, detection, `step ${asked.section}`, { reason: 'handling' })
  const answers = detection[asked.section] as Sections[Name] | null
  return {
    detection,
    correcting: detection.stage === 'recorded',
    progress: progress(detection, asked.section, ctx.words),
    values: answers === null ? await asked.propose(detection, ctx) : asked.typed(answers),
    ...asked.words(ctx),
  }
}
