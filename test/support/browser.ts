import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after } from 'node:test'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { Asker } from './site.ts'

/** The unpacked browser is kept for the next run, in a folder of its own so that no other version is found there. */
const cache = fileURLToPath(new URL('../../node_modules/.cache/juxta/chromium-153', import.meta.url))

/**
 * Nothing but the pages under test: no updates, no accounts, no other protocol. The sandbox needs a kernel setting that
 * containers often lack, and guards against foreign pages, of which there are none here.
 */
const quiet = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic']

let running: Promise<Browser> | undefined

/** A real Chromium from npm; `CHROME_PATH` names another where that binary cannot run. Closed when the test file ends. */
export function openBrowser(): Promise<Browser> {
  running ??= launch()
  return running
}

after(async () => (await running)?.close())

async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? (await chromiumFromNpm()), args: quiet })
}

/**
 * The package unpacks into the temporary folder of the process and takes whatever it finds there. Its own arguments are
 * for servers without shared memory: one process for everything, web security off. Neither suits a test.
 */
async function chromiumFromNpm(): Promise<string> {
  await mkdir(cache, { recursive: true })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = cache
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

export interface Terminal {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'auto' | 'light' | 'dark'
  readonly language?: 'en' | 'fr'
  readonly javaScript?: boolean
}

/** A window at `address` in which this person is already signed in. */
export async function aWindow(address: string, asker: Asker, terminal: Terminal = {}): Promise<{ page: Page; context: BrowserContext }> {
  const { width = 1440, height = 900, theme = 'light', language = 'en', javaScript = true } = terminal
  const browser = await openBrowser()
  const context = await browser.newContext({ baseURL: address, viewport: { width, height }, javaScriptEnabled: javaScript, colorScheme: theme === 'dark' ? 'dark' : 'light' })
  const cookies = [asker.cookie, `theme=${theme}`, `language=${language}`].filter((pair) => pair !== '').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address }
  })
  await context.addCookies(cookies)
  return { page: await context.newPage(), context }
}

/** Keeps a picture for a person to look at, when `SCREENSHOTS` names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
