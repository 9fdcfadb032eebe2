import { describe, test } from 'node:test'
import { announce } from '#platform/decisions'
import { changeIn } from '#platform/events'
import { byOfficer, ids, keepCaseFile } from '#test/a-case-file'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aSite } from '#test/site'
import { day, pence } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { penaltyThing } from '../penalty/penalty.store.ts'
import { penalties } from '../wire.ts'
import { postDebt, postReduction } from './debt.store.ts'
import { paymentsOfCase } from './payment.store.ts'
import { takePayment } from './take-payment.store.ts'

const on = day('2023-03-20')
const by = byOfficer(on)
const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2023-03-20T10:00:00Z' })
await keepCaseFile(db)
for (const [penaltyId, amountPence] of [[ids.driverPenalty, pence(48_000_00)], [ids.ownerPenalty, pence(36_000_00)]] as const) {
  await db.transaction().execute((tx) => changeIn(tx, penaltyThing, { id: penaltyId, by }, () => announce({ type: 'notice-issued', documentId: ids.case, issuedOn: day('2023-03-03'), amountPence })))
  await postDebt(db, { penaltyId, amountPence, on: day('2023-03-03'), source: `notice:${penaltyId}`, by })
}
await takePayment(db, { penaltyId: ids.ownerPenalty, amountPence: pence(40_000_00), receivedOn: on, recordedOn: on, payer: 'Test Haulage SRL', method: 'bank-transfer', reference: 'FP-20230320-0001', by })
await postReduction(db, { penaltyId: ids.ownerPenalty, amountPence: pence(18_000_00), on, source: 'reduced', by })
await rememberReason(db, { officerId: 'test-finance', caseId: ids.case, reason: 'A payment or debt concerns it', at: site.clock.now() })
const [payment] = await paymentsOfCase(db, ids.case)
const address = await site.listen()

const screens = [
  { name: 'statement', path: `/cases/${ids.case}/money`, terminal: {} },
  { name: 'statement-phone', path: `/cases/${ids.case}/money`, terminal: { width: 390 } },
  { name: 'record-payment', path: `/penalties/${ids.driverPenalty}/payments/new`, terminal: {} },
  { name: 'payment', path: `/cases/${ids.case}/payments/${payment?.id}`, terminal: { theme: 'dark' } },
  { name: 'ledger', path: '/ledger', terminal: {} },
  { name: 'ledger-dark-phone', path: '/ledger', terminal: { theme: 'dark', width: 390 } },
  { name: 'payment-account', path: '/ledger/payment-account', terminal: { width: 768 } },
] as const

describe('money on the screen', () => {
  for (const { name, path, terminal } of screens) {
    test(`${name} gives axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, site.signedInAs('finance'), terminal)
      await page.goto(path)
      await picture(page, name)
      await findsNothing(page)
      await context.close()
    })
  }

  test('a journal opened from the ledger gives axe nothing to find', async () => {
    const { page, context } = await aWindow(address, site.signedInAs('auditor'))
    await page.goto('/ledger')
    await page.click('a[href^="/ledger/journals/"]')
    await picture(page, 'journal')
    await findsNothing(page)
    await context.close()
  })
})
