import { howWords, sureness, timesBetter, type Sureness } from '#border/watchlists'
import type { Hit, ReadExplained } from './hit.ts'

type Say = (en: string, fr: string) => string

/** As sure as it was when it was raised; hits from before that was kept are judged by what every list used then. */
export function surenessOf(hit: Hit): Sureness {
  return hit.explained?.sureness ?? sureness(hit)
}

/** The number behind the words: the listed plate against the plate that explains the reads best otherwise. */
export function weighedText({ explained, cost }: Pick<Hit, 'explained' | 'cost'>, say: Say): string {
  const times = timesBetter({ cost })
  if (explained === null || explained.otherPlate === '') return ''
  const { otherPlate: other } = explained
  const [en, fr] = [times.toLocaleString('en-GB'), times.toLocaleString('fr-FR')]
  if (times <= 1) return say(`as likely as ${other}`, `aussi probable que ${other}`)
  return cost > 0 ? say(`${other} would be ${en} times likelier`, `${other} serait ${fr} fois plus probable`) : say(`${en} times likelier than ${other}`, `${fr} fois plus probable que ${other}`)
}

/** What each read of the passage says, where there is more than one, and what it was weighed by. */
export function readTexts({ explained }: Pick<Hit, 'explained'>, say: Say): readonly string[] {
  const reads = explained?.reads ?? []
  const each = reads.length < 2 ? [] : reads.map(({ cameraId, plate, how, differences }) => {
    const differ = differences.map((difference) => differenceText(difference, say)).join('; ')
    const why = say(howWords[how].en, howWords[how].fr)
    return say(`${cameraId} read ${plate}: ${differ || why}`, `${cameraId} a lu ${plate} : ${differ || why}`)
  })
  return [...each, ...modelTexts(explained, say)]
}

/** Which learned model each read was weighed by, and of whose reads it was learned; nothing for the working model. */
function modelTexts(explained: Hit['explained'], say: Say): readonly string[] {
  const version = explained?.modelVersion ?? 0
  if (explained?.reads.some(({ model }) => model !== undefined) !== true) return version === 0 ? [] : [say(`Weighed by learned model ${version}`, `Pesée selon le modèle appris ${version}`)]
  const texts = explained.reads.map(({ cameraId, model }) => (model === undefined || model.version === 0 ? '' : modelText(model, cameraId, say)))
  return [...new Set(texts)].filter((text) => text !== '')
}

function modelText({ version, of }: NonNullable<ReadExplained['model']>, cameraId: string, say: Say): string {
  switch (of) {
    case 'camera': return say(`${cameraId} weighed by its own learned model ${version}`, `${cameraId} : pesée selon son propre modèle appris ${version}`)
    case 'port': return say(`Weighed by learned model ${version}, of this port’s cameras`, `Pesée selon le modèle appris ${version}, celui des caméras de ce port`)
    default: return say(`Weighed by learned model ${version}, of all ports’ cameras`, `Pesée selon le modèle appris ${version}, celui des caméras de tous les ports`)
  }
}

export function differenceText({ kind, listed, read, position }: Hit['differences'][number], say: Say): string {
  const place = say(`character ${position}`, `caractère ${position}`)
  switch (kind) {
    case 'missed': return say(`${place}: ${listed} was not read`, `${place} : ${listed} n’a pas été lu`)
    case 'invented': return say(`${place}: ${read} read, not listed`, `${place} : ${read} lu, non inscrit`)
    case 'unread': return say(`${place}: listed ${listed}, not readable`, `${place} : ${listed} inscrit, illisible`)
    case 'unlisted': return say(`${place}: read ${read}, not known to the list`, `${place} : ${read} lu, inconnu de la liste`)
    default: return say(`${place}: listed ${listed}, read ${read}`, `${place} : ${listed} inscrit, ${read} lu`)
  }
}
