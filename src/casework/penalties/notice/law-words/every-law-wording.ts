import { lawInEnglish, lawInFrench, type LawSentences } from '#law'
import type { LetterLanguage } from '../../person/language.ts'
import { lawInBulgarian } from './bulgarian.ts'
import { lawInDutch } from './dutch.ts'
import { lawInGerman } from './german.ts'
import { lawInLithuanian } from './lithuanian.ts'
import { lawInPolish } from './polish.ts'
import { lawInRomanian } from './romanian.ts'
import { lawInSpanish } from './spanish.ts'
import { lawInTurkish } from './turkish.ts'
import { lawInUkrainian } from './ukrainian.ts'

/** What the law says, in each language of letters. English and French are its own. A sentence that letters were sent with stays as it is. */
export const everyLawWording: Readonly<Record<LetterLanguage, LawSentences>> = {
  en: lawInEnglish, fr: lawInFrench, pl: lawInPolish, ro: lawInRomanian, de: lawInGerman, es: lawInSpanish, nl: lawInDutch, bg: lawInBulgarian, lt: lawInLithuanian, uk: lawInUkrainian, tr: lawInTurkish,
}
