import type { Database } from '#platform/database'
import { enrolCameras } from '#border/arrivals'
import { ports, type By, type Control } from '#values'

type Maker = 'hikvision' | 'plate-recognizer' | 'openalpr'

/** A camera of the demonstration: which end of the vehicle it sees, in which lane. */
export interface DemoCamera {
  readonly id: string
  readonly name: string
  readonly maker: Maker
  readonly lane: string
  readonly end: 'front' | 'rear'
  readonly key: string
}

const lanes: Readonly<Record<Control, number>> = { calais: 6, coquelles: 5, dunkerque: 4 }

/** Every maker is at two ports, so that each kind of message comes from both ends of a lorry. */
const makers: Readonly<Record<Control, Readonly<Record<DemoCamera['end'], Maker>>>> = {
  calais: { front: 'hikvision', rear: 'plate-recognizer' },
  coquelles: { front: 'openalpr', rear: 'hikvision' },
  dunkerque: { front: 'plate-recognizer', rear: 'openalpr' },
}

/** Keys anyone can read here: only for demonstrations, whose cameras are made up. */
export function demoCameras(port: Control): readonly DemoCamera[] {
  return Array.from({ length: lanes[port] }, (_, index) => String(index + 1)).flatMap((lane) =>
    (['front', 'rear'] as const).map((end) => ({ id: `${port}-${lane}-${end}`, name: `Lane ${lane} ${end}`, maker: makers[port][end], lane, end, key: `demonstration-${port}-${lane}-${end}` })))
}

/** Puts the demonstration's cameras on a port's register; those already there stay as they are. */
export async function enrolDemoCameras(db: Database, by: By): Promise<number> {
  const port = ports.find((each) => each === by.site)
  return port === undefined ? 0 : enrolCameras(db, by, demoCameras(port).map(({ end: faces, ...camera }) => ({ ...camera, faces, direction: 'towards-uk' as const })))
}
