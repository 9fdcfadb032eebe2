import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { enrolCameras } from '#border/arrivals'
import { systemClock } from '#platform/clock'
import type { CommandIo } from '#platform/cli'
import { readSiteConfig } from '#platform/config'
import { historyOf } from '#platform/events'
import { readLinks } from '#platform/replication'
import { siteName, wallZone, zoneOf, type Site } from '#values'
import { inviteCommand, leaveCommand } from '../../src/app/invite.ts'
import { joinCentre } from '../../src/app/join.ts'
import { environmentOf, type JoinedConfig } from '../../src/app/joined-port.ts'
import { demoCameras } from '../../src/app/traffic/demo-cameras.ts'
import { countHits, isListed, lists, passes } from './acts.ts'
import { startOne, startSites, until, type Sites, type SiteUnderTest } from './sites.ts'

const harwichCamera = demoCameras('calais').filter(({ maker }) => maker === 'plate-recognizer').map((camera) => ({ ...camera, id: 'harwich-1-front', name: 'Lane 1 front', lane: '1' })).slice(0, 1)

describe('a fourth port', { timeout: 300_000 }, () => {
  let sites: Sites
  let harwich: SiteUnderTest & { stop(): Promise<void> }
  let joined: JoinedConfig
  const folderBefore = process.env['JUXTA_DATA_DIR']

  before(async () => {
    sites = await startSites(['centre', 'calais'])
    process.env['JUXTA_DATA_DIR'] = sites.rootFolder
  })
  after(async () => {
    await harwich?.stop()
    await sites.stop()
    if (folderBefore === undefined) delete process.env['JUXTA_DATA_DIR']
    else process.env['JUXTA_DATA_DIR'] = folderBefore
  })

  test('is invited with a token, of which the centre keeps only the hash', async () => {
    const token = await invited()
    const { secret } = JSON.parse(Buffer.from(token, 'base64url').toString()) as { secret: string }
    const { rows } = await sql<{ line: string }>`select i::text as line from platform.invitation i`.execute(sites.at('centre').db)
    assert.equal(rows.length, 1)
    assert.doesNotMatch(rows[0]?.line ?? '', new RegExp(secret))
  })

  test('cannot join with a token that was replaced, or made up, or used, or has expired', async () => {
    const replaced = await invited()
    const token = await invited()
    await assert.rejects(joins(replaced), /given out a newer one/)
    await assert.rejects(joins('abc'), /not whole/)
    await sql`update platform.invitation set expires_at = now() - interval '1 minute' where expires_at > now()`.execute(sites.at('centre').db)
    await assert.rejects(joins(token), /has expired/)
    const good = await invited()
    joined = await joins(good)
    await assert.rejects(joins(good), /used already/)
  })

  test('joins, and gets the lists', async () => {
    await lists('B41JOIN', sites.at('centre'))
    harwich = await startOne({ ...readSiteConfig(joined.port, environmentOf(joined, { JUXTA_DATA_DIR: sites.rootFolder, JUXTA_PORT: '0' })), logFile: `${sites.rootFolder}/harwich.log` })
    await until('Harwich has the list', () => isListed(harwich.db, 'B41JOIN'))
    await until('both ends call themselves joined', async () => (await conditionAt(harwich, 'centre')) === 'joined' && (await conditionAt(sites.at('centre'), joined.port)) === 'joined')
    assert.deepEqual([siteName(joined.port), zoneOf(joined.port)], ['Harwich', 'Europe/London'])
  })

  test('tells the time of its own wall', async () => {
    assert.match(await (await fetch(`${harwich.address}/`)).text(), /London time/)
    assert.equal(wallZone(), 'Europe/London', 'and reads what its cameras write by it')
  })

  test('sends what it reads: a listed vehicle there is a hit at the centre and at Calais', async () => {
    await enrolCameras(harwich.db, { officerId: 'rehearsal', name: 'Rehearsal', role: 'machine', site: joined.port, at: systemClock.now() }, harwichCamera)
    await until('it passes and is a hit', async () => {
      await passes('B41JOIN', harwich, harwichCamera[0])
      return (await countHits(harwich.db, 'B41JOIN', joined.port)) > 0
    })
    await until('the centre has it', async () => (await countHits(sites.at('centre').db, 'B41JOIN', joined.port)) > 0)
    await until('Calais has it', async () => (await countHits(sites.at('calais').db, 'B41JOIN', joined.port)) > 0)
  })

  test('is known at the other port by its name', async () => {
    const { rows } = await sql<{ name: string }>`select name from platform.place where id = 'harwich'`.execute(sites.at('calais').db)
    assert.deepEqual(rows, [{ name: 'Harwich' }])
  })

  test('leaves: nothing of it waits at the centre any more, and what it wrote stays', async () => {
    const centre = sites.at('centre')
    await leaveCommand.run(['--site', 'harwich'], io([]))
    await until('its places in the log are given up', async () => (await sql`select from pg_replication_slots where slot_name like '%harwich%'`.execute(centre.db)).rows.length === 0)
    await until('it is told that it is cut', async () => (await conditionAt(harwich, 'centre')) === 'cut')
    assert.ok(await countHits(centre.db, 'B41JOIN', joined.port) > 0)
    assert.deepEqual((await historyOf(centre.db, 'member-port', 'harwich')).map(({ type }) => type).slice(-2), ['port-joined', 'port-left'])
  })
})

async function invited(): Promise<string> {
  const said: string[] = []
  assert.equal(await inviteCommand.run(['--site', 'harwich', '--name', 'Harwich'], io(said)), 0)
  const token = /--token (\S+)/.exec(said.join(''))?.[1]
  if (token === undefined) throw new Error('No token was printed')
  return token
}

function joins(token: string): Promise<JoinedConfig> {
  return joinCentre({ token, host: '127.0.0.1', linkPort: undefined })
}

function io(said: string[]): CommandIo {
  const none = (): Promise<never> => Promise.reject(new Error('nothing is read'))
  return { stdin: none, readFile: none, readBytes: none, out: (text) => void said.push(text), err: (text) => void said.push(text) }
}

async function conditionAt({ db, site }: SiteUnderTest, peer: Site): Promise<string | undefined> {
  return (await readLinks(db, site)).find((link) => link.peer === peer)?.condition
}
