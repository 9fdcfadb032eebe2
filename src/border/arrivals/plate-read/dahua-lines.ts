import { Unintelligible, type JsonObject } from '#platform/wire-formats'
import { eventLinesMax, readsMaxPerMessage } from './limits.ts'

type Growing = { [key: string]: string | Growing }

/** `Events[0].TrafficCar.PlateNumber=AB123CD` and its like, as one object an event: the shape the other carriers have. `items[0].` lists what the camera kept. */
export function dahuaEventsIn(text: string): readonly JsonObject[] {
  const lines = text.split(/\r?\n/)
  if (lines.length > eventLinesMax) throw new Unintelligible('too-large', `${lines.length} lines`)
  const events = new Map<string, Growing>()
  for (const line of lines) {
    const found = /^(?:Events|items)\[(\d{1,3})\]\.([^=]{1,200})=(.*)$/.exec(line.trim())
    if (found === null) continue
    const [, index = '', path = '', value = ''] = found
    if (events.size >= readsMaxPerMessage && !events.has(index)) throw new Unintelligible('too-large', 'too many events')
    const event = events.get(index) ?? emptyObject()
    events.set(index, event)
    put(event, path.split('.'), value)
  }
  return [...events.values()]
}

/** Without a prototype, so that no key in the text can reach one. */
function emptyObject(): Growing {
  return Object.create(null) as Growing
}

function put(into: Growing, path: readonly string[], value: string): void {
  const [key = '', ...rest] = path
  if (rest.length === 0) {
    into[key] = value
    return
  }
  const next = into[key]
  const inner = typeof next === 'object' ? next : emptyObject()
  into[key] = inner
  put(inner, rest, value)
}
