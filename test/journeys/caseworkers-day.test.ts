import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openCaseOf } from '../../src/casework/penalties/case/open-case.store.ts'
import { caseFacts } from '../../src/casework/penalties/case/case-from-detection.ts'
import { refreshDue } from '../../src/casework/penalties/work/waiting.store.ts'
import { reactionsAt } from '../../src/app/reactions.ts'
import { mountContexts } from '../../src/app/wirings.ts'
import { newId } from '#platform/identity'
import { startReacting } from '#platform/events'
import { anIncident, eventsOf } from '#test/penalties'
import { aWindow, picture } from '#test/browser'
import { aSite, type Asker } from '#test/site'
import { day } from '#values'

/**
 * A working day in twelve functions, in a real browser, with everything that people press and type counted. What is typed although the
 * product knew it already is a field keyed again, and named: the figures stand in docs/operations/casework.md.
 */
const site = await aSite({ wirings: async (parts) => (await mountContexts(parts)).staff, site: 'centre', now: '2026-06-01T09:00:00Z' })
const { db, clock } = site
const reacting = startReacting(db, reactionsAt('centre', { db, clock, mode: 'demo' }), (fault) => { throw fault })
const address = await site.listen()
after(() => reacting.close())

const driver = 'Ion Exemplu (demo)'
const company = 'Exemplu Trans SRL (demo)'
const contact = 'Transport manager'

/** What the product has been told, by the lane or by anybody in the course of the day. */
const known = new Set<string>([driver, company, contact])
const count = { clicks: 0, typed: 0, pages: 0 }
const keyedAgain: string[] = []
const functions: string[] = []

/** One person at a desk: every press and every field is counted. */
interface Desk {
  readonly page: Page
  open(path: string): Promise<void>
  press(name: string | RegExp): Promise<void>
  follow(name: string | RegExp): Promise<void>
  /** Of several links of that name, the one that is furthest down or to the right. */
  followLast(name: string): Promise<void>
  choose(question: string | RegExp, answer: string | RegExp): Promise<void>
  type(selector: string, text: string): Promise<void>
  /** Counts the page, sees that it leads somewhere, and says why where it asks. */
  arrived(): Promise<void>
}

function deskOf(page: Page): Desk {
  const heading = async (): Promise<string> => (await page.locator('h1').first().innerText()).replaceAll(/\s+/g, ' ').trim()
  const go = async (role: 'button' | 'link', name: string | RegExp): Promise<void> => {
    count.clicks += 1
    await page.getByRole(role, { name }).first().click()
    await desk.arrived()
  }
  const desk: Desk = {
    page,
    open: async (path) => {
      await page.goto(path)
      await desk.arrived()
    },
    press: (name) => go('button', name),
    follow: (name) => go('link', name),
    followLast: async (name) => {
      count.clicks += 1
      await page.getByRole('link', { name }).last().click()
      await desk.arrived()
    },
    choose: async (question, answer) => {
      const box = page.getByRole('group', { name: question }).getByLabel(answer).first()
      if (await box.isChecked()) return
      count.clicks += 1
      await box.check()
    },
    type: async (selector, text) => {
      const field = page.locator(selector)
      if ((await field.inputValue()) === text) return
      count.typed += 1
      if (known.has(text)) keyedAgain.push(`${await heading()}: ${selector.slice(1)}`)
      known.add(text)
      await field.fill(text)
    },
    arrived: async () => {
      count.pages += 1
      const main = page.locator('main')
      assert.ok((await main.locator('a[href], button').count()) > 0, `${page.url()} leads nowhere`)
      const errors = page.locator('.govuk-error-summary')
      assert.deepEqual(await errors.allInnerTexts(), [])
      assert.doesNotMatch(await main.innerText(), /^(Not found|Something went wrong)/)
      if (!(await heading()).startsWith('Why are you looking')) return
      await desk.choose('Your reason', 'I am working on this case')
      await desk.press('Open the case')
    },
  }
  return desk
}

async function atDesk(asker: Asker): Promise<Desk> {
  const { page } = await aWindow(address, asker, { width: 1440 })
  page.setDefaultTimeout(15_000)
  return deskOf(page)
}

describe('a caseworker’s day', () => {
  let caseworker: Desk
  let senior: Desk
  let other: Desk
  let finance: Desk
  const caseId = newId()
  const caseUrl = `/cases/${caseId}`

  before(async () => {
    caseworker = await atDesk(site.signedInAs('caseworker', { id: 'demo-caseworker', name: 'Alex Inkpenny (demo)' }))
    senior = await atDesk(site.signedInAs('senior-officer', { id: 'demo-senior-officer', name: 'Jo Gravelstone (demo)' }))
    other = await atDesk(site.signedInAs('senior-officer', { id: 'demo-senior-officer-2', name: 'Lee Slatewell (demo)' }))
    finance = await atDesk(site.signedInAs('finance', { id: 'demo-finance', name: 'Sam Pennyweight (demo)' }))
    const persons = [{ capacity: 'driver', name: driver, company: null }, { capacity: 'owner', name: contact, company }] as const
    const incident = anIncident({ occurredOn: day('2025-12-15'), entrants: 2, atScene: { checklist: 'not-seen', instructions: 'not-asked', persons } })
    eventsOf(await openCaseOf(db, caseFacts(caseId, null, incident), { by: site.by('caseworker', 'A detection was recorded'), today: day('2025-12-16') }))
    await refreshDue(db, clock.today())
  })

  let broken = false
  const step = (name: string, walk: () => Promise<void>): void => {
    test(name, async (t) => {
      if (broken) return t.skip('an earlier step of the day failed')
      broken = true
      await walk().catch(async (fault: unknown) => {
        for (const { page } of [caseworker, senior, other, finance]) t.diagnostic(`${page.url()}\n${await page.locator('main').innerText().catch(() => '')}`)
        throw fault
      })
      broken = false
      functions.push(name)
    })
  }

  step('takes the next case', async () => {
    await caseworker.open('/cases')
    await caseworker.follow('Next case')
    await caseworker.press('Take this case')
    assert.equal(new URL(caseworker.page.url()).pathname, caseUrl)
  })

  step('adds the persons responsible', async () => {
    await caseworker.press(/^Add/)
    await addPerson('Owner', 'Add, and then another', async () => caseworker.page.locator('#businessSize').selectOption('medium'))
    await addPerson('Driver', 'Add this person', async () => caseworker.page.locator('#underContractWith').selectOption({ index: 1 }))
  })

  step('proposes the assessment', async () => {
    await caseworker.press(/^Propose/)
    await caseworker.press('Propose to a senior officer')
  })

  step('decides for each person', async () => {
    await refreshDue(db, clock.today())
    await senior.open('/cases?waits=decide')
    await senior.page.getByRole('row', { name: /B123XYZ/ }).getByRole('link').first().click()
    count.clicks += 1
    await senior.arrived()
    for (const capacity of ['driver', 'owner']) {
      if (new URL(senior.page.url()).pathname !== caseUrl) await senior.follow(/^Back to|JX-/)
      await senior.press(new RegExp(`^Decide.*${capacity}`))
      await senior.choose('Outcome', 'Impose a penalty')
      await senior.type('#reasons', `Nobody looked at the vehicle after the last stop: ${capacity}.`)
      await senior.press('Record the decision')
    }
  })

  step('reads and issues the notices', async () => {
    for (const capacity of ['driver', 'owner']) {
      await caseworker.open(caseUrl)
      await caseworker.press(new RegExp(`^Read and issue.*${capacity}`))
      await caseworker.press('Issue this notice')
    }
  })

  step('records an objection', async () => {
    await caseworker.open(caseUrl)
    await caseworker.followLast('Record an objection')
    await caseworker.choose('On what ground', 'The amount is too high')
    await caseworker.type('#summary', 'Every stop was checked and written down.')
    await caseworker.press('Record the objection')
  })

  step('determines the objection', async () => {
    await other.open(caseUrl)
    await other.press(/^Determine/)
    await other.choose('Outcome', 'Uphold')
    await other.type('#reasons', 'The records of the journey do not say so.')
    await other.press('Record the determination')
  })

  step('books a payment', async () => {
    await finance.open(caseUrl)
    await finance.press(/^Book a payment/)
    const owed = (await finance.page.locator('.money--owed .money__amount').first().innerText()).replaceAll(/[£,]/g, '')
    known.add(owed.includes('.') ? owed : `${owed}.00`)
    await finance.type('#amount', owed.includes('.') ? owed : `${owed}.00`)
    await finance.choose('How it was paid', /bank/i)
    await finance.type('#reference', 'BACS-DAY-1')
    await finance.press('Record the payment')
  })

  step('holds recovery while a complaint is looked at', async () => {
    await caseworker.open(caseUrl)
    await caseworker.followLast('Steps and decision')
    await caseworker.press('Holds on recovery')
    await caseworker.choose('Why nobody is to be chased', 'Complaint')
    await caseworker.type('#reasons', 'A complaint came by letter.')
    await caseworker.press('Place the hold')
  })

  step('records an appeal, and finds it in the court diary', async () => {
    await caseworker.open(caseUrl)
    await caseworker.followLast('Steps and decision')
    await caseworker.press('Record an appeal')
    await caseworker.choose('Which court', /County/)
    await caseworker.type('#lodgedOn', '2026-06-01')
    await caseworker.type('#courtName', 'County Court at Canterbury')
    await caseworker.type('#claimNumber', 'K00CT001')
    await caseworker.choose('On what ground', 'The amount is too high')
    await caseworker.type('#summary', 'They say that the amount is too high.')
    await caseworker.press('Record the appeal')
    await refreshDue(db, clock.today())
    await caseworker.follow('Appeals')
    await caseworker.follow('the cases they stand in')
    assert.match(await caseworker.page.locator('main').innerText(), /B123XYZ/)
  })

  step('gives several cases to a colleague in one act', async () => {
    await senior.open('/cases')
    for (const box of (await senior.page.locator('input[name=pick]').all()).slice(0, 2)) {
      await box.check()
      count.clicks += 1
    }
    await senior.press('Pick those ticked')
    await senior.follow(/picked/)
    await senior.choose('What is to be done', 'Give them to somebody else')
    await senior.page.locator('#to').selectOption('demo-caseworker-2')
    count.clicks += 1
    await senior.type('#reasons', 'Covering while Alex is in court')
    await senior.press('Check what would come of it')
    await senior.press(/^Do it to/)
    assert.match(await senior.page.locator('main').innerText(), /2 done, 0 refused/)
  })

  step('looks at the queues and who has what', async () => {
    await senior.follow('Team')
    await senior.page.locator('tbody th a').first().click()
    count.clicks += 1
    await senior.arrived()
    await senior.follow('Who has what')
    await picture(senior.page, 'caseworkers-day-team')
    assert.match(await senior.page.locator('main').innerText(), /Billie Quillfeather/)
  })

  test('is twelve functions, and says what they cost', (t) => {
    assert.equal(functions.length, 12)
    t.diagnostic(`${functions.length} functions: ${count.clicks} presses, ${count.pages} pages, ${count.typed} fields typed, of which ${keyedAgain.length} were known already`)
    for (const field of keyedAgain) t.diagnostic(`keyed again: ${field}`)
    assert.ok(count.clicks <= mostClicks, `${count.clicks} presses`)
    assert.ok(keyedAgain.length <= mostKeyedAgain, keyedAgain.join('; '))
  })

  async function addPerson(capacity: string, button: string, more: () => Promise<unknown>): Promise<void> {
    const { page } = caseworker
    await caseworker.choose('In which capacity', capacity)
    await caseworker.type('#name', capacity === 'Owner' ? contact : driver)
    await caseworker.type('#company', capacity === 'Owner' ? company : '')
    if (capacity === 'Driver') await caseworker.follow(company)
    await caseworker.type('#addressLines', 'Strada Exemplu 1\n400001 Cluj-Napoca')
    await caseworker.type('#country', 'Romania')
    await caseworker.type('#addressSource', 'Company register')
    await more()
    count.clicks += 1
    await page.locator('input[name=complied][value=no]').check()
    count.clicks += 1
    await caseworker.type('#compliedEvidence', 'Checklist asked for in the lane')
    await caseworker.type('#compliedReasons', `The records of the ${capacity.toLowerCase()} are not complete`)
    await caseworker.press(button)
  }
})

/** Where the day stands; a change that makes it longer has to say so here. */
const mostClicks = 61
const mostKeyedAgain = 1
