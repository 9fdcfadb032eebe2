import type { LetterLanguage } from '../../person/language.ts'
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
import type { Wording } from './wording.ts'

/** The languages that letters are written in. */
export const everyWording: Readonly<Record<LetterLanguage, Wording>> = {
  en: english, fr: french, pl: polish, ro: romanian, de: german, es: spanish, nl: dutch, bg: bulgarian, lt: lithuanian, uk: ukrainian, tr: turkish,
}
