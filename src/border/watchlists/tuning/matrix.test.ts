import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant } from '#values'
import { placeOf } from '../reading-errors/alphabet.ts'
import { noCounts, withPlate, type ConfusionCounts } from '../reading-errors/confusion-counts.ts'
import { characters, ratesByDefault, type ErrorRates } from '../reading-errors/error-model.ts'
import { slipsBetween } from '../match-set/reading-cost.ts'
import { matrixFor, ratesOf, type Matrix } from './matrix.ts'

function aMatrix(version: number, change: Partial<Matrix>): Matrix {
  return { id: String(version), site: 'centre', version, port: null, camera: null, counts: noCounts, status: 'in-force', putInForceBy: 'Owner', putInForceAt: instant('2026-03-10T09:00:00Z'), takenOutBy: null, ...change }
}

const lane4 = { port: 'calais', camera: 'calais-4-front' } as const
const calais = { port: 'calais', camera: null } as const
const everywhere = { port: null, camera: null } as const

describe('the matrix that counts for a camera', () => {
  const all = [aMatrix(1, everywhere), aMatrix(2, calais), aMatrix(3, lane4)]
  const counted = (...matrices: readonly Matrix[]): number | undefined => matrixFor(lane4, matrices)?.version

  test('is its own, or else its port’s, or else that of all ports', () => {
    assert.deepEqual([counted(...all), counted(...all.slice(0, 2)), counted(...all.slice(0, 1)), counted()], [3, 2, 1, undefined])
  })
  test('is its port’s again when its own is taken out, however old that is', () => {
    assert.equal(counted(...all.slice(0, 2), aMatrix(3, { ...lane4, status: 'taken-out' })), 2)
  })
  test('is never that of a neighbour, or of a camera of the same name elsewhere', () => {
    assert.equal(counted(aMatrix(1, { ...lane4, camera: 'calais-5-front' }), aMatrix(2, { ...lane4, port: 'dunkerque' })), undefined)
  })
})

describe('the chances that one camera’s corrections come to', () => {
  const times = (many: number, readAs: string, truth: string): ConfusionCounts => Array.from({ length: many }).reduce<ConfusionCounts>((counts) => withPlate(counts, truth, slipsBetween(readAs, truth)), noCounts)
  const chance = ({ substitution }: ErrorRates, truth: string, read: string): number => substitution[placeOf(truth.charCodeAt(0)) * characters + placeOf(read.charCodeAt(0))] ?? Number.NaN
  const port = aMatrix(1, { ...calais, counts: times(300, 'AB12CDF', 'AB12CDE') })
  const own = aMatrix(2, { ...lane4, counts: times(60, 'AB12CXE', 'AB12CDE') })

  test('are its port’s where it has shown little of its own', () => {
    assert.equal(chance(ratesOf(own, [port, own]), 'W', 'V'), chance(ratesOf(port, [port, own]), 'W', 'V'))
    assert.ok(chance(ratesOf(own, [port, own]), 'E', 'F') > 10 * chance(ratesByDefault(), 'E', 'F'))
  })
  test('are its own where it goes wrong in a way of its own', () => {
    assert.ok(chance(ratesOf(own, [port, own]), 'D', 'X') > 50 * chance(ratesOf(port, [port, own]), 'D', 'X'))
  })
  test('are drawn towards the working model once its port’s is taken out', () => {
    const withoutPort = [{ ...port, status: 'taken-out' as const }, own]
    assert.ok(chance(ratesOf(own, withoutPort), 'E', 'F') < chance(ratesByDefault(), 'E', 'F') * 1.01)
  })
})
