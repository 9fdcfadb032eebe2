import { describe, test } from 'node:test'
import { byOfficer, ids, keepCaseFile } from '#test/a-case-file'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aSite } from '#test/site'
import { day } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { draftNotice } from './draft-notice.store.ts'
import { draftPdfPage, issueNoticePage } from './issue-notice.page.ts'
import { issuePenaltyNotice } from './issue-penalty-notice.store.ts'
import { letterPages } from './read-letter.page.ts'

const site = await aSite({ wirings: [{ pages: [issueNoticePage, draftPdfPage, ...letterPages] }], site: 'centre', now: '2023-03-03T09:00:00Z' })
await keepCaseFile(site.db)
await rememberReason(site.db, { officerId: 'test-caseworker', caseId: ids.case, reason: 'I am working on this case', at: site.clock.now() })
const writing = { penaltyId: ids.driverPenalty, on: day('2023-03-03'), demonstration: true }
const draft = await draftNotice(site.db, writing)
await issuePenaltyNotice(site.db, { penaltyId: ids.driverPenalty, issuedOn: writing.on, demonstration: true, draftRead: draft?.fingerprint ?? '', by: byOfficer(writing.on) })
const address = await site.listen()

const screens = [
  { name: 'draft', path: `/penalties/${ids.ownerPenalty}/issue`, terminal: { theme: 'light' } },
  { name: 'notice', path: `/penalties/${ids.driverPenalty}/notice`, terminal: { theme: 'light' } },
  { name: 'notice-dark', path: `/penalties/${ids.driverPenalty}/notice`, terminal: { theme: 'dark', language: 'fr' } },
  { name: 'notice-phone', path: `/penalties/${ids.driverPenalty}/notice`, terminal: { width: 390 } },
  { name: 'no-decision-letter', path: `/penalties/${ids.driverPenalty}/decision-letter`, terminal: { width: 768 } },
] as const

describe('letters on the screen', () => {
  for (const { name, path, terminal } of screens) {
    test(`${name} gives axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, site.signedInAs('caseworker'), terminal)
      await page.goto(path)
      await picture(page, name)
      await findsNothing(page)
      await context.close()
    })
  }
})
