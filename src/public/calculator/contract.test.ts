import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runCommand } from '#platform/cli'
import { flags, type Assessment, type ClockAnswer } from '#law'
import { assessCommand } from './assess.cli.ts'
import { assessmentSchema } from './assess-answer.ts'
import { clockCommand } from './clock.cli.ts'
import { clocksSchema } from './clock-contract.ts'

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const program = fileURLToPath(new URL('../../../bin/juxta.js', import.meta.url))

/** The command in a process of its own, as a script would run it. */
async function juxta(args: readonly string[], stdin = ''): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...args])
  child.stdin.end(stdin)
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  return { code, out, err }
}

/** The same command in this process, for the many inputs that are wrong in one way each. */
async function run(args: readonly string[], stdin = ''): Promise<Ran> {
  const written = { out: '', err: '' }
  const code = await runCommand([assessCommand, clockCommand], args, {
    stdin: async () => stdin,
    readFile: (path) => readFile(path, 'utf8'),
    readBytes: (path) => readFile(path),
    out: (words) => void (written.out += words),
    err: (words) => void (written.err += words),
  })
  return { code, ...written }
}

const assess = (input: unknown): Promise<Ran> => run(['assess', '-'], JSON.stringify(input))
const clock = (input: unknown): Promise<Ran> => run(['clock', '-'], JSON.stringify(input))

async function badPaths(ran: Promise<Ran>): Promise<readonly string[]> {
  const { code, out, err } = await ran
  assert.deepEqual([code, out], [2, ''])
  const { errors } = JSON.parse(err) as { errors: readonly { path: string; message: string }[] }
  assert.ok(errors.every(({ message }) => message.length > 0))
  return errors.map(({ path }) => path)
}

const incident = { occurredOn: '2023-02-23', place: 'calais', transporter: 'goods-vehicle', section: '32', entrants: 8 }
const klg = { incident, persons: [{ id: 'driver', capacity: 'driver', underContractWith: 'owner' }, { id: 'owner', capacity: 'owner', businessSize: 'medium' }] }

const folder = await mkdtemp(join(tmpdir(), 'juxta-contract-'))
after(() => rm(folder, { recursive: true, force: true }))

describe('juxta assess', () => {
  test('KLG at the notice: driver 48,000, owner 36,000, from a file', async () => {
    const file = join(folder, 'klg.json')
    await writeFile(file, JSON.stringify(klg))
    const { code, out, err } = await juxta(['assess', file])
    assert.deepEqual([code, err], [0, ''])
    const answer = JSON.parse(out) as Assessment
    assert.deepEqual(answer.persons.map(({ id, totalPence, exposurePence }) => [id, totalPence, exposurePence]), [['driver', 4_800_000, 4_800_000], ['owner', 3_600_000, 8_400_000]])
    assert.equal(answer.aggregatePence, 8_400_000)
    assert.deepEqual(answer.caps, { statutoryPence: 16_000_000, tierPence: 9_600_000, exceeded: false, tierExceeded: false, perPersonPence: 1_000_000, times: 8 })
    assert.ok(assessmentSchema.safeParse(answer).success)
  })

  test('says what is wrong and where, and exits with 2', async () => {
    const wrong = { incident: { ...incident, occurredOn: '2023-02-30', colour: 'red' }, persons: [{ id: 'x', capacity: 'captain' }, { capacity: 'owner' }] }
    assert.deepEqual((await badPaths(juxta(['assess', '-'], JSON.stringify(wrong)))).toSorted(), ['incident.colour', 'incident.occurredOn', 'persons[0].capacity', 'persons[1].id'])
  })

  test('says of a ship or a train whom to take it to', async () => {
    const { code, err } = await juxta(['assess', '-'], JSON.stringify({ ...klg, incident: { ...incident, transporter: 'ship' } }))
    assert.equal(code, 2)
    assert.match(err, /A senior officer of the casework team judges those by the Act itself/)
  })

  test('refuses what contradicts itself', async () => {
    const { entrants: _, ...uncounted } = incident
    const persons = [{ id: 'a', capacity: 'owner', businessSize: 'micro', meansAmountPence: 100 }, { id: 'a', capacity: 'owner' }]
    assert.deepEqual(await badPaths(assess({ incident: uncounted, persons })), ['incident.entrants', 'persons[0].meansAmountPence', 'persons[1].capacity'])
  })

  test('refuses a means amount above what remains', async () => {
    assert.deepEqual(await badPaths(assess({ incident, persons: [{ id: 'd', capacity: 'driver', meansAmountPence: 600_001 }] })), ['persons[0].meansAmountPence'])
  })

  test('refuses days before the law that it holds', async () => {
    assert.deepEqual(await badPaths(assess({ ...klg, incident: { ...incident, occurredOn: '2002-12-07' } })), ['incident.occurredOn'])
  })

  for (const [name, args, stdin] of [['not JSON', ['assess', '-'], '{'], ['no such file', ['assess', join(folder, 'none.json')], ''], ['nothing named', ['assess'], '']] as const) {
    test(`${name}: an error for the document itself`, async () => assert.deepEqual(await badPaths(run(args, stdin)), ['']))
  }
})

describe('juxta clock', () => {
  test('answers each clock that the events start', async () => {
    const { code, out } = await juxta(['clock', '-'], JSON.stringify({
      events: [
        { type: 'became-responsible', on: '2024-01-10' },
        { type: 'first-search-ended', at: '2024-01-10T11:00:00+01:00' },
        { type: 'notice-issued', on: '2024-03-01' },
        { type: 'detained-36A', on: '2024-06-01' },
      ],
    }))
    assert.equal(code, 0)
    const answer = JSON.parse(out) as { clocks: readonly ClockAnswer[] }
    assert.ok(clocksSchema.safeParse(answer).success)
    assert.deepEqual(answer.clocks.map((each) => [each.clock, each.lastDay ?? each.lastMoment ?? each.firstDay]), [
      ['issue', '2024-07-07'],
      ['object', '2024-03-29'],
      ['decide', '2024-05-10'],
      ['pay', '2024-04-30'],
      ['appeal', '2024-03-29'],
      ['provisional-detention', '2024-01-11T10:00:00.000Z'],
      ['sale', '2024-06-16'],
      ['sale-lapse', '2024-09-04'],
    ])
  })

  test('says what is wrong and where', async () => {
    const events = [
      { type: 'notice-issued', on: '2024-03-01' },
      { type: 'objection-received', on: '2024-02-28' },
      { type: 'notice-issued', on: '2024-03-02' },
    ]
    assert.deepEqual(await badPaths(clock({ events })), ['events[1].on', 'events[2].type'])
    assert.deepEqual(await badPaths(clock({ events: [{ type: 'first-search-ended', at: '2024-06-01T10:00' }] })), ['events[0].at'])
    assert.deepEqual(await badPaths(clock({ events: [{ type: 'forgotten', on: '2024-06-01' }] })), ['events[0].type'])
  })

  test('refuses a regime that is not that of the conduct', async () => {
    assert.deepEqual(await badPaths(clock({ regime: 'PRE_2023', events: [{ type: 'became-responsible', on: '2024-01-10' }] })), ['regime'])
  })
})

test('every flag is one the documents explain', async () => {
  const page = await readFile(new URL('../../../docs/law/flags.md', import.meta.url), 'utf8')
  assert.deepEqual(flags.filter((flag) => !page.includes(`\`${flag}\``)), [])
})
