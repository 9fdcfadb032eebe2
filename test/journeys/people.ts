import type { Browser, BrowserContext, Page } from 'playwright-core'
import { findsNothing } from '#test/axe'
import { picture } from '#test/browser'

/** Somebody at a terminal of their own, signed in with one click at one site. */
export interface Person {
  readonly page: Page
  readonly context: BrowserContext
  readonly address: string
  /** A second window of the same person, in which each page is looked at while the first goes on from where it is. */
  readonly look: Page
}

const desk = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }

/** Signs in as the person of the demonstration whose name begins so. */
export async function signIn(browser: Browser, address: string, name: string): Promise<Person> {
  const context = await browser.newContext({ baseURL: address, viewport: desk })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByText(`${name} (demo)`).first().waitFor()
  return { page, context, address, look: await context.newPage() }
}

/**
 * The page as it stands, by day and by night, in both languages where it has both: axe finds nothing in any. Whoever has not chosen a
 * theme gets the terminal's, so that night falls on the page that is already open.
 */
export async function looksRight({ page, context, address, look }: Person, name: string, languages: readonly ('en' | 'fr')[] = ['en']): Promise<void> {
  if (process.env['JOURNEY'] === 'fast') return
  for (const language of languages) {
    await context.addCookies([{ name: 'language', value: language, url: address }])
    await look.goto(page.url())
    for (const colorScheme of ['light', 'dark'] as const) {
      await look.emulateMedia({ colorScheme })
      await findsNothing(look)
      await picture(look, `${name}-${language}-${colorScheme}`)
    }
  }
  await look.setViewportSize(phone)
  await picture(look, `${name}-phone`)
  await look.setViewportSize(desk)
  await context.addCookies([{ name: 'language', value: 'en', url: address }])
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click()
}

export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('link', { name }).first().click()
}

/** One answer of a question with a closed list. */
export async function choose(page: Page, question: string | RegExp, answer: string | RegExp): Promise<void> {
  await page.getByRole('group', { name: question }).getByLabel(answer).first().check()
}

export async function fill(page: Page, label: string | RegExp, text: string): Promise<void> {
  await page.locator('input, textarea').and(page.getByLabel(label)).first().fill(text)
}

/** What the page says in its heading, for a failure that tells where the journey stood. */
export async function heading(page: Page): Promise<string> {
  return (await page.locator('h1').first().innerText()).replaceAll(/\s+/g, ' ').trim()
}

/** The day in the field, as the demonstration's calendar has it. */
export async function moveCalendar({ page }: Person, days: number): Promise<void> {
  await page.goto('/calendar')
  const to = page.locator('#to')
  const today = await to.inputValue()
  await to.fill(Temporal.PlainDate.from(today).add({ days }).toString())
  await press(page, 'Move the calendar')
}

/** Waits, asking again, until the page at this address shows what the reactions bring. */
export async function untilShown(page: Page, address: string, text: string | RegExp): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt++) {
    await page.goto(address)
    if (await page.getByText(text).first().isVisible()) return
    await page.waitForTimeout(250)
  }
  throw new Error(`${address} never showed ${text}`)
}
