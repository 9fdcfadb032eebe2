import { z } from 'zod'
import { announce, refuse } from '#platform/decisions'
import { action, formPage, inBoth } from '#platform/web'
import { ownWords } from '../notice/letter-words.ts'
import { letterLanguages } from '../person/language.ts'
import { codeAsTyped } from '../person-link/code.ts'
import { isOpenOn } from '../person-link/person-link.ts'
import { linkOfCode } from '../person-link/person-link.store.ts'
import { refusals } from '../refusals.ts'
import { useOwnCase } from '../rights.ts'
import { saveDraft } from './draft.store.ts'
import { addressOfOwn, openOwnCase, ownParams } from './open-own-case.page.ts'

const noCode = inBoth('Type the sixteen letters and figures of the code', 'Saisissez les seize lettres et chiffres du code')

/** Where a letter sends its reader: the code, typed or pasted. Nobody is locked out for mistyping, because no code is found by trying. */
export const enterCodePage = formPage({
  path: '/answer',
  right: useOwnCase,
  template: 'casework/penalties/own-case/enter-code.njk',
  form: z.object({ code: z.string(noCode).max(60, noCode).transform((typed, issues) => codeAsTyped(typed) ?? (issues.addIssue({ code: 'custom', message: noCode }), z.NEVER)) }),
  refusals,
  show: async () => ({ everyLanguage: letterLanguages.map((tag) => ({ tag, text: ownWords.enterCode.texts[tag] })), values: {} }),
  submit: async (_params, { code }, { db, clock }) => {
    const link = await linkOfCode(db, code)
    return link !== undefined && isOpenOn(link, clock.today()) ? announce() : refuse('no-such-person-link')
  },
  next: (_params, { code }) => addressOfOwn(code),
})

/** The language of these pages, chosen by whoever reads them and kept with what they save. */
export const chooseLanguageButton = action({
  path: '/answer/:code/language',
  right: useOwnCase,
  params: ownParams,
  form: z.object({ language: z.enum(letterLanguages) }),
  refusals,
  submit: async ({ code }, { language }, ctx) => {
    const own = await openOwnCase(ctx, code, 'language')
    if (own === undefined) return refuse('no-such-person-link')
    await saveDraft(ctx.db, own.link.id, { language, answers: {} }, ctx.clock.now())
    return announce()
  },
  next: ({ code }) => addressOfOwn(code),
})
