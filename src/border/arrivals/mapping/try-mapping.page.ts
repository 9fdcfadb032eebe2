import { askPage, type PageContext } from '#platform/web'
import { Unintelligible } from '#platform/wire-formats'
import { readAnswer } from '../plate-read/read-answer.ts'
import { ignoredBecause, quarantinedBecause } from '../plate-read/reason-words.ts'
import { understand } from '../plate-read/understand.ts'
import { keepCameras } from '../rights.ts'
import { mappedFormat } from './mapped-format.ts'
import { emptyMapping, mappingForm } from './mapping-form.page.ts'
import type { Mapping } from './mapping.ts'
import { mappingChoices } from './write-mapping.page.ts'

/** The workbench: a mapping as it is typed, held against a pasted message. Nothing is saved here. */
export const tryMappingPage = askPage({
  path: '/cameras/mappings/try',
  right: keepCameras,
  template: 'border/arrivals/mapping/write-mapping.njk',
  form: mappingForm,
  show: () => ({ ...mappingChoices, values: emptyMapping() }),
  answer: ({ mapping, message }, ctx) => ({ meaning: meaningOf({ ...mapping, site: ctx.site }, message, ctx) }),
})

function meaningOf(mapping: Mapping, message: string, { words }: PageContext) {
  const format = mappedFormat(mapping)
  try {
    const { reads, ignored, format: used } = readAnswer(understand(Buffer.from(message), '', format))
    return { reads, ignored: ignored.map(({ reason }) => words(ignoredBecause(reason).en, ignoredBecause(reason).fr)), byMapping: used === format.name, used }
  } catch (error) {
    if (!(error instanceof Unintelligible)) throw error
    const { en, fr } = quarantinedBecause(error.reason)
    return { refused: words(en, fr), reads: [], ignored: [] }
  }
}
