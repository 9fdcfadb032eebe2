import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withFrenchSpaces } from './french-spaces.ts'

test('a French mark never begins a line', () => {
  assert.equal(withFrenchSpaces('Où est le véhicule maintenant ?'), 'Où est le véhicule maintenant\u00a0?')
  assert.equal(withFrenchSpaces('« oui » : à 02:14 ; non !'), '«\u00a0oui\u00a0»\u00a0: à 02:14\u00a0; non\u00a0!')
})
