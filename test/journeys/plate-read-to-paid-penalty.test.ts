import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { trialBalance } from '#casework/penalties'
import { historyOf, sitesWithHistory, verifyChain } from '#platform/events'
import { openBrowser } from '#test/browser'
import { startDemo, type Demo } from '#test/demo'
import { atRunningSite, replayed } from '#test/replayed'
import { sendLorry, storyLorry } from '../../src/app/traffic/door.ts'
import { plateJpeg } from '../../src/app/traffic/draw-plate.ts'
import { seededRandom } from '../../src/app/traffic/random.ts'
import { choose, fill, follow, heading, looksRight, moveCalendar, press, signIn, untilShown, type Person } from './people.ts'

/**
 * One lorry through all of it, in a real browser, against the processes that `npm start` runs: read in a lane at Calais,
 * searched, people found, a case, three persons, decisions, notices, objections on the last day and the day after, a
 * determination, payments, a ledger that balances and a case that closes.
 */
describe('one lorry, from plate read to paid penalty', () => {
  let demo: Demo
  let browser: Browser
  let lane: Person
  let caseworker: Person
  let senior: Person
  let otherSenior: Person
  let finance: Person
  let caseUrl = ''
  const penalties = { driver: '', owner: '' }

  before(async () => {
    ;[demo, browser] = await Promise.all([startDemo(), openBrowser()])
    lane = await signIn(browser, demo.at('calais'), 'Robin Farthing')
    caseworker = await signIn(browser, demo.at('centre'), 'Alex Inkpenny')
    senior = await signIn(browser, demo.at('centre'), 'Jo Gravelstone')
    otherSenior = await signIn(browser, demo.at('centre'), 'Lee Slatewell')
    finance = await signIn(browser, demo.at('centre'), 'Sam Pennyweight')
  })
  after(() => demo?.stop())

  /** A step stands on the one before it: after a failure the rest say so instead of failing for the same reason. */
  let broken = false
  const step = (name: string, walk: () => Promise<void>): void => {
    test(name, async (t) => {
      if (broken) return t.skip('an earlier step of the journey failed')
      broken = true
      await walk().catch(async (fault: unknown) => {
        for (const person of [caseworker, otherSenior, finance]) t.diagnostic(`${person.page.url()}\n${await person.page.locator('main').innerText()}`)
        throw fault
      })
      broken = false
    })
  }

  step('a listed lorry arrives, and the hit appears on the lane board by itself', async () => {
    const { page } = lane
    await page.goto('/lanes')
    await sendLorry({ port: 'calais', url: demo.at('calais') }, storyLorry, 1)
    await page.getByText('CHECK', { exact: false }).first().waitFor()
    await looksRight(lane, 'lane-board', ['en', 'fr'])
  })

  step('an officer acknowledges it with a reason, compares the picture, and confirms it', async () => {
    const { page } = lane
    await follow(page, /^Acknowledge/)
    await looksRight(lane, 'acknowledge', ['en', 'fr'])
    await press(page, 'Going to the vehicle now')
    await looksRight(lane, 'hit', ['en', 'fr'])
    await press(page, /^Same plate/)
  })

  step('a search is opened and recorded technique by technique', async () => {
    const { page } = lane
    await looksRight(lane, 'open-search', ['en', 'fr'])
    await choose(page, /Where it is searched/, 'Search shed')
    await fill(page, /Officers searching/, 'R. Farthing (demo)')
    await press(page, 'Start the search')
    for (const [technique, result] of [['Dog', 'Alert'], ['CO₂ probe', 'Alert'], ['Heartbeat', 'Inconclusive'], ['Millimetre wave', 'Nothing'], ['X-ray or gamma', 'Nothing'], ['Look or open up', 'Alert']]) {
      await press(page, new RegExp(`^${result}, ${technique}`))
    }
    await looksRight(lane, 'search', ['en', 'fr'])
    assert.equal(await page.locator('.step-row').count(), 6)
  })

  step('people are found: who raised the alarm is asked first, and everything is recorded once', async () => {
    const { page } = lane
    await press(page, 'People found')
    await looksRight(lane, 'detection-alarm', ['en', 'fr'])
    await choose(page, /Who raised the alarm/, 'A dog')
    await choose(page, /Did the driver suspect/, 'Did not suspect')
    await fill(page, /Where in the port/, 'Search shed 2, inside the control zone')
    await fill(page, /^Adults, as stated/, '7')
    await fill(page, /^Children, as stated/, '1')
    await choose(page, /children’s welfare/, /Considered, and referred/)
    await fill(page, /Referred to whom/, 'Safeguarding lead, ref. SG-104')
    await press(page, /Save and go on|Go on|Save/)

    await looksRight(lane, 'detection-vehicle', ['en', 'fr'])
    await choose(page, /What kind of vehicle/, 'Goods vehicle')
    await choose(page, /Where were they/, 'Load space')
    await choose(page, /How did they get in/, 'Roof cut')
    await choose(page, /^Seals/, 'Whole')
    await choose(page, /Security cable/, 'Cut or broken')
    await choose(page, /^Locks/, 'Whole')
    await press(page, /Save and go on|Go on|Save/)

    await looksRight(lane, 'detection-papers', ['en', 'fr'])
    await choose(page, /security checklist/, 'Seen')
    await choose(page, /Written instructions/, 'Asked for, not produced')
    await page.locator('#driverName').fill('Ion Exemplu (demo)')
    await page.locator('#ownerName').fill('Transport manager')
    await page.locator('#ownerCompany').fill('Exemplu Trans SRL (demo)')
    await page.locator('#language').fill('Romanian')
    await choose(page, /^Interpreter/, 'By telephone')
    await fill(page, /In the driver’s words/, 'I checked the doors at the last stop, not the roof.')
    await fill(page, /Last stop, as told/, 'Services near Saint-Omer')
    await press(page, /Save and go on|Go on|Save/)

    await looksRight(lane, 'detection-photos', ['en', 'fr'])
    await page.locator('#photo').setInputFiles({ name: 'checklist.jpg', mimeType: 'image/jpeg', buffer: plateJpeg('CHECK1', seededRandom(2)) })
    await press(page, 'Keep photographs')
    await follow(page, 'Go on')

    await looksRight(lane, 'detection-scene', ['en', 'fr'])
    await choose(page, /Where are the people now/, 'Handed over to the French police')
    await fill(page, /Adults handed over/, '7')
    await fill(page, /Children handed over/, '1')
    await fill(page, /Receiving officer/, 'PAF 4471')
    await fill(page, /Receipt reference/, 'PAF-2026-118')
    await choose(page, /^The vehicle/, 'Released')
    await fill(page, /Officers present/, 'R. Farthing (demo)')
    await press(page, /Save and go on|Go on|Save/)

    await looksRight(lane, 'detection-check', ['en', 'fr'])
    await press(page, 'Record this detection')
    await looksRight(lane, 'detection', ['en', 'fr'])
    assert.match(await page.locator('main').innerText(), /8/)
  })

  step('at the centre a case appears, opened from the find', async () => {
    const { page } = caseworker
    await untilShown(page, '/cases?stage=open', 'B84KLG')
    await looksRight(caseworker, 'cases')
    await page.getByRole('row', { name: /B84KLG/ }).getByRole('link').first().click()
    await looksRight(caseworker, 'why-look')
    await choose(page, 'Your reason', 'I am working on this case')
    await press(page, 'Open the case')
    caseUrl = new URL(page.url()).pathname
    assert.match(caseUrl, /^\/cases\/[0-9a-f-]{36}$/)
    await press(page, /^Take this case/)
  })

  step('the caseworker adds the persons responsible, each with facts of their own', async () => {
    const { page } = caseworker
    await addPerson(page, { capacity: 'Owner', name: 'Registered office', company: 'Exemplu Trans SRL (demo)', language: 'English' })
    await page.goto(`${caseUrl}/persons/new`)
    await looksRight(caseworker, 'add-person')
    await addPerson(page, { capacity: 'Driver', name: 'Ion Exemplu (demo)', language: 'French' })
    await looksRight(caseworker, 'case-with-persons')
  })

  step('the assessment is proposed with every step, its citation and its why not', async () => {
    const { page } = caseworker
    await page.goto(`${caseUrl}/assessment`)
    await looksRight(caseworker, 'assessment')
    const ladder = await page.locator('main').innerText()
    for (const expected of ['£48,000', '£36,000', 'S.I. 2002/2817']) assert.ok(ladder.includes(expected), `${expected} in ${ladder}`)
    await press(page, 'Propose to a senior officer')
  })

  step('a senior officer decides each with reasons, and who proposed could not have', async () => {
    const { page } = senior
    await page.goto(caseUrl)
    await giveReason(page, 'I am deciding or reviewing it')
    penalties.owner = await decide('Exemplu Trans SRL')
    penalties.driver = await decide('Ion Exemplu')

    const refused = await caseworker.page.goto(`${penalties.owner}/decision`)
    assert.equal(refused?.status(), 403)
  })

  step('each notice is read as a page and as a tagged PDF, and issued', async () => {
    for (const penalty of [penalties.owner, penalties.driver]) {
      const { page } = caseworker
      await page.goto(`${penalty}/issue`)
      await looksRight(caseworker, 'issue-notice')
      await press(page, 'Issue this notice')
      await looksRight(caseworker, 'notice')
      const pdf = await caseworker.context.request.get(`${penalty}/notice.pdf`)
      assert.equal(pdf.headers()['content-type'], 'application/pdf')
      assert.ok((await pdf.body()).includes('/StructTreeRoot'))
      const again = await caseworker.context.request.get(`${penalty}/notice.pdf`)
      assert.deepEqual(await again.body(), await pdf.body())
    }
  })

  step('the owner objects on the last day: in time', async () => {
    await moveCalendar(caseworker, 28)
    await object(penalties.owner, /Exemplu Trans/)
    assert.match(await caseworker.page.locator('main').innerText(), /in time/i)
  })

  step('the driver objects the day after: late, so a person decides, and refuses', async () => {
    await moveCalendar(caseworker, 1)
    await object(penalties.driver, /Ion Exemplu/)
    assert.match(await caseworker.page.locator('main').innerText(), /late/i)

    const { page } = otherSenior
    await page.goto(`${penalties.driver}/late-objection`)
    await giveReason(page, 'An objection or letter came in')
    await looksRight(otherSenior, 'late-objection')
    await choose(page, /Deal with this objection/, /Refuse/)
    await fill(page, /Your reasons/, 'No reason was given for the delay.')
    await press(page, 'Record this')
  })

  step('the objection is determined by another officer: compliance is accepted, and the owner pays half', async () => {
    const { page } = caseworker
    await page.goto(caseUrl)
    await giveReason(page, 'I am working on this case')
    await page.getByRole('columnheader', { name: /Exemplu Trans/ }).getByRole('link').click()
    await page.locator('input[name=complied][value=yes]').check()
    await page.locator('#compliedEvidence').fill('Seal records and the pre-journey record of the owner')
    await page.locator('#compliedReasons').fill('The owner’s own duties were done and written down')
    await fill(page, /Why you are changing this/, 'Evidence came with the objection')
    await press(page, 'Save the correction')

    const other = otherSenior.page
    await other.goto(`${penalties.owner}/determination`)
    await looksRight(otherSenior, 'determine')
    await other.getByRole('radio', { name: /^Reduce/ }).check()
    await other.locator('#amount').fill('18000.00')
    await fill(other, /Your reasons/, 'The owner showed that it took the actions asked of it.')
    await press(other, 'Record the determination')
    await untilShown(other, penalties.owner, '£18,000')
    await looksRight(otherSenior, 'penalty-determined')
    const letter = await otherSenior.context.request.get(`${penalties.owner}/decision-letter.pdf`)
    assert.equal(letter.status(), 200)
  })

  step('payments settle both penalties, the ledger balances to the penny, and the case closes', async () => {
    const { page } = finance
    await pay(penalties.owner, '18000', 'BACS-0001')
    await pay(penalties.driver, '48000', 'BACS-0002')
    await page.goto('/ledger')
    await looksRight(finance, 'ledger')
    const { differencePence, disagreeing } = await atRunningSite(demo.folder, 'centre', trialBalance)
    assert.deepEqual({ differencePence, disagreeing }, { differencePence: 0, disagreeing: [] })

    await untilShown(caseworker.page, caseUrl, /the case closed on/i)
    await looksRight(caseworker, 'case-closed')
    await page.goto(`${caseUrl}/money`)
    await looksRight(finance, 'money')
  })

  step('the year’s figures have counted it', async () => {
    const { page } = caseworker
    await page.goto('/year')
    const year = await page.getByRole('table').innerText()
    assert.match(year, /People found\s+8/)
    await looksRight(caseworker, 'year', ['en', 'fr'])
  })

  step('the same lorry at Dunkerque shows what happened at Calais', async () => {
    const there = await signIn(browser, demo.at('dunkerque'), 'Jules Corbelle')
    await there.page.goto('/lanes')
    await sendLorry({ port: 'dunkerque', url: demo.at('dunkerque') }, storyLorry, 3)
    await there.page.getByText('CHECK').first().waitFor()
    await there.page.getByText('B84KLG').last().waitFor()
    await there.page.locator('.hit-card').getByText('History').first().click()
    assert.match(await there.page.locator('.hit-card').first().innerText(), /Calais/)
    await looksRight(there, 'dunkerque-lanes', ['en', 'fr'])
  })

  step('every history chain holds, and each thing’s history replays to its row, at the centre and at the port', async () => {
    for (const site of ['centre', 'calais'] as const) {
      await atRunningSite(demo.folder, site, async (db) => {
        for (const each of await sitesWithHistory(db)) assert.equal((await verifyChain(db, each)).broken, undefined, `${each} as ${site} holds it`)
        const { hits, searches, detections } = await replayed(db)
        assert.ok(hits > 0 && searches > 0 && detections > 0)
      })
    }
    const { cases, persons, penalties: all, payments } = await atRunningSite(demo.folder, 'centre', replayed)
    assert.ok(cases > 0 && persons >= 2 && all >= 2 && payments >= 2)
  })

  step('every look at the case is in the log with its reason', async () => {
    const looks = await atRunningSite(demo.folder, 'centre', (db) => historyOf(db, 'look:case', caseUrl.slice('/cases/'.length)))
    assert.ok(looks.length > 10)
    assert.deepEqual(looks.filter(({ by }) => (by.reason ?? '') === ''), [])
  })

  async function giveReason(page: Page, reason: string): Promise<void> {
    if (!(await heading(page)).startsWith('Why are you looking')) return
    await choose(page, 'Your reason', reason)
    await press(page, 'Open the case')
  }

  interface Named {
    readonly capacity: string
    readonly name: string
    readonly company?: string
    readonly language: string
  }

  async function addPerson(page: Page, { capacity, name, company = '', language }: Named): Promise<void> {
    await page.goto(`${caseUrl}/persons/new`)
    await choose(page, 'In which capacity', capacity)
    await page.locator('#name').fill(name)
    await page.locator('#company').fill(company)
    await page.locator('#addressLines').fill('Strada Exemplu 1\n400001 Cluj-Napoca')
    await page.locator('#country').fill('Romania')
    await page.locator('#addressSource').fill('Company register')
    await page.locator('#noticeLanguage').selectOption({ label: language })
    if (company !== '') await page.locator('#businessSize').selectOption('medium')
    else await page.locator('#underContractWith').selectOption({ index: 1 })
    await page.locator('input[name=complied][value=no]').check()
    await page.locator('#compliedEvidence').fill('Checklist seen at the scene, cable cut')
    await page.locator('#compliedReasons').fill('The records for the journey are not complete')
    await press(page, 'Add this person')
  }

  async function decide(name: string): Promise<string> {
    const { page } = senior
    await page.goto(caseUrl)
    await page.getByRole('listitem').filter({ hasText: /^\s*Decide/ }).filter({ hasText: name }).getByRole('button').click()
    await looksRight(senior, 'decide')
    await page.locator('input[name=outcome][value=penalty]').check()
    await fill(page, /Your reasons/, 'Eight people were concealed in the load space; the records of the journey are not complete.')
    await press(page, 'Record the decision')
    return new URL(page.url()).pathname
  }

  async function object(penalty: string, objector: RegExp): Promise<void> {
    const { page } = caseworker
    await page.goto(`${penalty}/objection`)
    await giveReason(page, 'An objection or letter came in')
    await looksRight(caseworker, 'receive-objection')
    await page.getByRole('group', { name: /Who objects/ }).getByLabel(objector).first().check()
    await choose(page, /On what ground/, /too high/i)
    await fill(page, /What they say/, 'The amount is too high: all checks were made and written down.')
    await press(page, 'Record the objection')
  }

  async function pay(penalty: string, amount: string, reference: string): Promise<void> {
    const { page } = finance
    await page.goto(`${penalty}/payments/new`)
    await giveReason(page, 'A payment or debt concerns it')
    await looksRight(finance, 'record-payment')
    await page.locator('#amount').fill(amount)
    await page.locator('#payer').fill('Exemplu Trans SRL (demo)')
    await page.getByRole('radio').first().check()
    await page.locator('#reference').fill(reference)
    await press(page, 'Record the payment')
  }
})
