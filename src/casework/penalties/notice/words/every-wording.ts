import type { LetterLanguage } from '../../person/language.ts'
import { bulgarian as ownBulgarian } from '../../own-case/words/bulgarian.ts'
import { dutch as ownDutch } from '../../own-case/words/dutch.ts'
import { english as ownEnglish } from '../../own-case/words/english.ts'
import { french as ownFrench } from '../../own-case/words/french.ts'
import { german as ownGerman } from '../../own-case/words/german.ts'
import { lithuanian as ownLithuanian } from '../../own-case/words/lithuanian.ts'
import { polish as ownPolish } from '../../own-case/words/polish.ts'
import { romanian as ownRomanian } from '../../own-case/words/romanian.ts'
import { spanish as ownSpanish } from '../../own-case/words/spanish.ts'
import { turkish as ownTurkish } from '../../own-case/words/turkish.ts'
import { ukrainian as ownUkrainian } from '../../own-case/words/ukrainian.ts'
import { bulgarian } from './bulgarian.ts'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { lithuanian } from './lithuanian.ts'
import { polish } from './polish.ts'
import { romanian } from './romanian.ts'
import { spanish } from './spanish.ts'
import { turkish } from './turkish.ts'
import { ukrainian } from './ukrainian.ts'
import type { AllWording } from './wording.ts'

/** The languages that letters and a person’s own pages are written in. */
export const everyWording: Readonly<Record<LetterLanguage, AllWording>> = {
  en: { ...english, own: ownEnglish },
  fr: { ...french, own: ownFrench },
  pl: { ...polish, own: ownPolish },
  ro: { ...romanian, own: ownRomanian },
  de: { ...german, own: ownGerman },
  es: { ...spanish, own: ownSpanish },
  nl: { ...dutch, own: ownDutch },
  bg: { ...bulgarian, own: ownBulgarian },
  lt: { ...lithuanian, own: ownLithuanian },
  uk: { ...ukrainian, own: ownUkrainian },
  tr: { ...turkish, own: ownTurkish },
}
