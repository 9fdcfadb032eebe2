import { z } from 'zod'
import { anyone } from './assets.ts'
import { readAnswers } from './form-answers.ts'
import { localPath } from './local-path.ts'
import { readForm } from './read-form.ts'
import { NotUnderstood } from './stops.ts'
import type { Route } from './wiring.ts'

const preferences = z.object({
  language: z.enum(['en', 'fr']).optional(),
  theme: z.enum(['auto', 'light', 'dark']).optional(),
  back: z.string().optional().transform(localPath),
})

/** A terminal's language and light stay chosen through sign-out, because they belong to the place, not the person. */
const yearSeconds = 365 * 24 * 3600

export const changePreferences: Route = {
  path: '/preferences',
  right: anyone,
  mount: (app, { publicUrl }) => {
    app.post('/preferences', { config: { right: anyone } }, async (request, reply) => {
      const read = readAnswers(preferences, await readForm(request), 'en')
      if ('problems' in read) throw new NotUnderstood(read.problems.map(({ name, text }) => `${name}: ${text}`))
      const { back, language, theme } = read.form
      const cookie = { path: '/', sameSite: 'lax', maxAge: yearSeconds, secure: publicUrl.startsWith('https:') } as const
      if (language !== undefined) void reply.setCookie('language', language, cookie)
      if (theme !== undefined) void reply.setCookie('theme', theme, cookie)
      return reply.redirect(back, 303)
    })
  },
}
