import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { aConnection } from '#test/database'
import { describeSchema } from '../../src/platform/database/schema.store.ts'

test('database/schema.sql says what the migrations make: npm run schema writes it anew', async () => {
  const { url } = await aConnection()
  const written = await readFile(new URL('../../database/schema.sql', import.meta.url), 'utf8')
  assert.equal(await describeSchema(url), written)
})
