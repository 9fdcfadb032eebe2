import { createRequire } from 'node:module'
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Finding {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** Fails with each thing axe finds on the page as it stands, by WCAG 2.2 AA. */
export async function findsNothing(page: Page): Promise<void> {
  const findings = await findingsOn(page)
  const told = findings.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.slice(0, 4).map(({ html, failureSummary }) => `  ${html.slice(0, 160)}\n    ${failureSummary ?? ''}`).join('\n')}`)
  assert.equal(findings.length, 0, `${page.url()}\n${told.join('\n')}`)
}

/** Run in the browser's own world, so that the page's policy against foreign scripts stays as it is. */
async function findingsOn(page: Page): Promise<readonly Finding[]> {
  const session = await page.context().newCDPSession(page)
  const expression = `${await readFile(axePath, 'utf8')};axe.run(document, ${JSON.stringify({ runOnly: { type: 'tag', values: standard } })}).then(({ violations }) => JSON.stringify(violations))`
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
  await session.detach()
  assert.equal(exceptionDetails, undefined)
  return JSON.parse(String(result.value)) as readonly Finding[]
}
