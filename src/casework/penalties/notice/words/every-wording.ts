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
import { everyLawWording } from '../law-words/every-law-wording.ts'
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
  en: { ...english, own: ownEnglish, law: everyLawWording.en },
  fr: { ...french, own: ownFrench, law: everyLawWording.fr },
  pl: { ...polish, own: ownPolish, law: everyLawWording.pl },
  ro: { ...romanian, own: ownRomanian, law: everyLawWording.ro },
  de: { ...german, own: ownGerman, law: everyLawWording.de },
  es: { ...spanish, own: ownSpanish, law: everyLawWording.es },
  nl: { ...dutch, own: ownDutch, law: everyLawWording.nl },
  bg: { ...bulgarian, own: ownBulgarian, law: everyLawWording.bg },
  lt: { ...lithuanian, own: ownLithuanian, law: everyLawWording.lt },
  uk: { ...ukrainian, own: ownUkrainian, law: everyLawWording.uk },
  tr: { ...turkish, own: ownTurkish, law: everyLawWording.tr },
}
