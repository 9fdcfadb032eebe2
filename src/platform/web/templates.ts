import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { dayInWords, inPounds, shortDayInWords, timeOfDay, type CalendarDate, type Instant, type Pence } from '#values'
import type { Assets } from './assets.ts'
import { withFrenchSpaces } from './french-spaces.ts'
import type { Language } from './page-context.ts'

/** Pages and pieces are named by their path from `src`; the design system's macros by theirs. */
const roots = ['../..', '../../../node_modules/govuk-frontend/dist'].map((from) =>
  fileURLToPath(new URL(from, import.meta.url)),
)

export type Templates = Readonly<Record<Language, nunjucks.Environment>>

/**
 * One environment for each language, because a macro sees only globals: `t` has to be one to work inside a piece.
 * Text is always escaped, and no reader's text is ever read as a template.
 */
export function templates(assets: Assets, localZone: string): Templates {
  return { en: environment('en', assets, localZone), fr: environment('fr', assets, localZone) }
}

function environment(language: Language, assets: Assets, localZone: string): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader(roots, { watch: false, noCache: false })
  const env = new nunjucks.Environment(loader, { autoescape: true, throwOnUndefined: false })
  // What a page hands over may be missing, and then stays so.
  env.addGlobal('t', (en: unknown, fr: unknown) => (language === 'en' ? en : (typeof fr === 'string' ? withFrenchSpaces(fr) : fr)))
  env.addGlobal('language', language)
  env.addGlobal('localZone', localZone)
  env.addGlobal('asset', assets.address)
  env.addFilter('day', (on: CalendarDate) => dayInWords(on, language))
  env.addFilter('shortDay', (on: CalendarDate) => shortDayInWords(on, locale(language)))
  env.addFilter('time', (at: Instant, zone?: string) => timeOfDay(at, zone ?? localZone))
  env.addFilter('pounds', (amount: Pence) => inPounds(amount))
  env.addFilter('number', (amount: number) => amount.toLocaleString(locale(language)))
  return env
}


function locale(language: Language): string {
  return language === 'fr' ? 'fr-FR' : 'en-GB'
}
