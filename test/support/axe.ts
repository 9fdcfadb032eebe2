import { createRequire } from 'node:module'
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What is passed or does not apply is only counted, not described: describing every element of a long page takes as long as judging it. */
const asked = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
}

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

/**
 * Run in the browser's own world, so that the page's policy against foreign scripts stays as it is. Half a megabyte of
 * axe is sent once for each load of a page, however often the page is looked at.
 */
async function findingsOn(page: Page): Promise<readonly Finding[]> {
  const session = await page.context().newCDPSession(page)
  const ask = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    assert.equal(exceptionDetails, undefined)
    return result.value
  }
  if ((await ask('typeof axe')) === 'undefined') await ask(`${await axeSource};undefined`)
  const findings = await ask(`axe.run(document, ${JSON.stringify(asked)}).then(({ violations }) => JSON.stringify(violations))`)
  await session.detach()
  return JSON.parse(String(findings)) as readonly Finding[]
}
