import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { makersWithFixtures, messagesOf } from '#test/hostile-messages'
import { aSite } from '#test/site'
import { makers } from '../camera/camera.ts'
import { arrivals } from '../wire.ts'
import { formats } from './formats.ts'
import { understandCommand } from './understand.cli.ts'

const site = await aSite({ wirings: [arrivals] })
const officer = site.signedInAs('lane-officer')

async function byCommand(message: Buffer): Promise<string> {
  let out = ''
  await understandCommand.run(['-'], { stdin: async () => '', readFile: async () => '', readBytes: async () => message, out: (text) => { out += text }, err: (text) => { out += text } })
  return out
}

async function byPage(message: Buffer): Promise<string> {
  const form = new FormData()
  form.set('message', '')
  form.set('file', new File([new Uint8Array(message)], 'message.bin'))
  const { body } = await officer.post('/understand', form)
  return /<pre[^>]*>([^]*?)<\/pre>/.exec(body)?.[1]?.replaceAll('&quot;', '"').replaceAll('&#39;', '\'').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') ?? body
}

describe('every way of writing', () => {
  test('has messages of its own to be tried on, and no messages are of none', () => {
    assert.deepEqual([...makersWithFixtures].sort(), formats.map(({ name }) => name).sort())
  })
  test('is a maker on the register, and every maker’s way is known', () => {
    assert.deepEqual(makers.filter((maker) => maker !== 'other').toSorted(), formats.map(({ name }) => name).filter((name) => name !== 'plate-recognizer-csv').sort())
  })
  test('is named on the page, in both languages', async () => {
    for (const language of ['en', 'fr']) {
      const { body } = await officer.get('/understand', { cookie: `${officer.cookie}; language=${language}` })
      assert.match(body, new RegExp(`(What is read here|Ce qui est lu ici) <span class="quiet figures">${formats.length}</span>`))
    }
  })
  for (const { name } of formats) {
    test(`${name} is understood by the command and by the page alike`, async () => {
      for (const message of messagesOf(name)) {
        const command = JSON.parse(await byCommand(message)) as { format: string }
        assert.equal(command.format, name)
        assert.deepEqual(JSON.parse(await byPage(message)), command)
      }
    })
  }
})
