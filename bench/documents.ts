import { readFile } from 'node:fs/promises'
import { envelopeOf, templateOf } from '../src/casework/penalties/notice/letter-templates.ts'
import type { AnyLetterFacts } from '../src/casework/penalties/notice/letter-facts.ts'
import { printEnvelope } from '../src/platform/documents/door.ts'
import { instant } from '../src/values/door.ts'

/** `node bench/documents.ts`: letters printed in a second, and how long one holds up the thread that answers browsers. */
const letters = 200
const { facts } = JSON.parse(await readFile(new URL('../fixtures/letters/penalty-notice-1.json', import.meta.url), 'utf8')) as { facts: AnyLetterFacts }
const writtenAt = instant('2023-03-03T09:00:00Z')
const letter = (number: number) => printEnvelope(envelopeOf(templateOf('penalty-notice', 1), { ...facts, reference: `${facts.reference}-${number}` }), 'letter-1', writtenAt)

const started = performance.now()
await letter(0)
const firstMs = performance.now() - started

let longestHoldMs = 0
let last = performance.now()
const watch = setInterval(() => {
  longestHoldMs = Math.max(longestHoldMs, performance.now() - last - 1)
  last = performance.now()
}, 1)

const times: number[] = []
let bytes = 0
for (let number = 1; number <= letters; number += 1) {
  const from = performance.now()
  bytes += (await letter(number)).length
  times.push(performance.now() - from)
}
clearInterval(watch)
times.sort((one, other) => one - other)
const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
const seconds = times.reduce((sum, each) => sum + each, 0) / 1000
console.log(`first letter ${firstMs.toFixed(0)} ms (fonts and thread)`)
console.log(`${letters} French notices with their English text: ${(letters / seconds).toFixed(0)} a second, median ${at(0.5)} ms, p99 ${at(0.99)} ms, ${Math.round(bytes / letters / 1024)} KB each`)
console.log(`longest hold of the main thread ${longestHoldMs.toFixed(1)} ms`)
