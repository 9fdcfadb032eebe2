import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { api } from '#platform/api'
import { grant, grants, right } from '#platform/identity'
import { roles } from '#values'
import { aSite } from '#test/site'

const double = api({
  method: 'POST', path: '/doubles', right: right('double', ...grants(roles)), summary: 'Twice a number',
  body: z.strictObject({ number: z.number().int(), parts: z.array(z.object({ of: z.string() })).optional() }),
  response: z.object({ twice: z.number() }),
  answer: async ({ number }) => (number > 100 ? { problems: [{ path: 'number', message: 'Too large to double' }] } : { answer: { twice: number * 2 } }),
})
const one = api({
  method: 'GET', path: '/numbers/:number', right: right('number.read', grant('analyst')), summary: 'A number',
  body: z.object({ number: z.coerce.number().int(), words: z.string().optional() }), response: z.object({ number: z.number() }),
  answer: async ({ number }) => ({ answer: { number } }),
})

const site = await aSite({ wirings: [{ apis: [double, one] }], site: 'centre' })
const ask = (payload: string) => site.app.inject({ method: 'POST', url: '/api/v1/doubles', payload, headers: { 'content-type': 'application/json' } })

describe('a question from a program', () => {
  test('is answered', async () => {
    assert.deepEqual((await ask('{"number": 21}')).json(), { twice: 42 })
  })
  test('that does not fit is told each path and why', async () => {
    const answer = await ask('{"parts": [{}], "colour": "red"}')
    assert.equal(answer.statusCode, 400)
    assert.deepEqual(answer.json().errors.map(({ path }: { path: string }) => path).sort(), ['colour', 'number', 'parts[0].of'])
  })
  test('that a rule cannot answer is told so in the same form', async () => {
    const answer = await ask('{"number": 101}')
    assert.equal(answer.statusCode, 400)
    assert.deepEqual(answer.json(), { errors: [{ path: 'number', message: 'Too large to double' }] })
  })
  test('that is not JSON is told so in JSON', async () => {
    const answer = await ask('{"number": ')
    assert.equal(answer.statusCode, 400)
    assert.equal(answer.json().errors.length, 1)
  })
  test('without the right is 401 for nobody and 403 for the wrong role', async () => {
    assert.equal((await site.visitor.get('/api/v1/numbers/4')).statusCode, 401)
    assert.equal((await site.signedInAs('finance').get('/api/v1/numbers/4')).statusCode, 403)
    assert.deepEqual((await site.signedInAs('analyst').get('/api/v1/numbers/4')).json(), { number: 4 })
  })
})

describe('the description for tools', () => {
  test('names each path with what goes in, what comes out and who may', async () => {
    const document = (await site.visitor.get('/api/openapi.json')).json()
    assert.equal(document.openapi, '3.1.1')
    assert.deepEqual(document.paths['/api/v1/doubles'].post.requestBody.content['application/json'].schema.required, ['number'])
    assert.deepEqual(document.paths['/api/v1/numbers/{number}'].get.parameters.map(({ in: where }: { in: string }) => where), ['path', 'query'])
    assert.deepEqual(document.paths['/api/v1/numbers/{number}'].get['x-roles'], ['analyst'])
  })
  test('has a page that people can read', async () => {
    assert.match((await site.visitor.get('/api')).body, /POST \/api\/v1\/doubles/)
  })
})
