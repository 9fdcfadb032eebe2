import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { countryOf } from './country-of.ts'
import { countriesWithFormats, issuersOf } from './plate-formats.ts'

const said = (...countries: readonly (string | null)[]) => countries.map((country, at) => ({ cameraId: `camera-${at}`, country }))

describe('the country of a plate', () => {
  test('is what camera and shape agree on', () => {
    assert.equal(countryOf('AB12CDE', said('GB')).country, 'GB')
    assert.ok((countryOf('AB12CDE', said('GB')).sureness ?? 0) > 0.95)
  })
  test('is not what one camera says against the shape of the plate', () => {
    assert.equal(countryOf('1ABC234', said('GB')).country, 'BE')
    // British, Romanian and Slovenian plates look alike, and this is none of France's.
    assert.equal(countryOf('AB12CDE', said('FR')).country, null)
    assert.equal(countryOf('AB12CDE', said('FR', 'RO')).country, 'RO')
  })
  test('is what the camera says where several countries issue the same shape, and not shown where nobody says', () => {
    assert.equal(countryOf('AB123CD', said('IT')).country, 'IT')
    assert.equal(countryOf('AB123CD', said('FR')).country, 'FR')
    assert.deepEqual(countryOf('AB123CD', said(null)).country, null)
    assert.ok((countryOf('AB123CD', said(null)).sureness ?? 1) < 0.6)
  })
  test('is not settled by two cameras that disagree about a shape that fits both', () => {
    assert.equal(countryOf('AB123CD', said('IT', 'FR')).country, null)
    assert.equal(countryOf('AB123CD', said('IT', 'FR', 'FR')).country, 'FR')
  })
  test('is not surer because one camera says it ten times', () => {
    const ten = Array.from({ length: 10 }, () => ({ cameraId: 'one', country: 'IT' }))
    assert.deepEqual(countryOf('AB123CD', ten), countryOf('AB123CD', said('IT')))
  })
  test('may be one whose shapes we do not know', () => {
    assert.equal(countryOf('XKC0042A', said('GE', 'GE')).country, 'GE')
  })
  test('is told by the shape alone where only one country issues it', () => {
    assert.equal(countryOf('34ABC123', said(null)).country, 'TR')
  })
  test('is null of what is no plate and nobody names', () => {
    assert.deepEqual(countryOf('MARSEC0', []), { country: null, sureness: null })
  })
})

describe('shapes of plates', () => {
  test('let an unread character be any', () => {
    assert.ok(issuersOf('AB1#CDE').has('GB'))
    assert.ok(issuersOf('A#12CDE').has('GB'))
    assert.equal(issuersOf('A#C').has('PL'), false)
    assert.deepEqual([...issuersOf('AB12CDE')], [...issuersOf('XY99ZZZ')])
  })
  test('are known for the countries whose lorries cross most', () => {
    for (const country of ['GB', 'FR', 'NL', 'BE', 'DE', 'PL', 'RO', 'BG', 'LT', 'ES', 'IT', 'IE', 'CZ', 'HU', 'TR', 'UA']) assert.ok(countriesWithFormats.includes(country), country)
  })
})
