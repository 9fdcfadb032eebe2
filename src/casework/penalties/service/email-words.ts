import type { AnyLetterFacts } from '../notice/letter-facts.ts'
import { speech } from '../notice/letter-speech.ts'
import { emailWords as words } from '../notice/letter-words.ts'

/** The e-mail around a letter: nothing of the case stands in it, because a mailbox may be shared. */
export function emailWords({ language, reference }: AnyLetterFacts): { readonly subject: string; readonly text: string } {
  const languages = language === 'en' ? [speech('en')] : [speech(language), speech('en')]
  return {
    subject: languages.map(({ say }) => say(words.subject, { reference })).join(' / '),
    text: languages.map(({ say }) => say(words.text)).join('\n\n'),
  }
}
