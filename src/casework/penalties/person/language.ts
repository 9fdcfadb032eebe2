/** The languages that letters are written in, English first because its text is the one with legal effect. */
export const letterLanguages = ['en', 'fr', 'pl', 'ro', 'de', 'es', 'nl', 'bg', 'lt', 'uk', 'tr'] as const
export type LetterLanguage = (typeof letterLanguages)[number]

/** Others that drivers on these roads read. Asked for one of these, a letter goes out in English and says so. */
export const otherLanguages = ['cs', 'el', 'et', 'hr', 'hu', 'it', 'lv', 'mk', 'pt', 'ru', 'sk', 'sl', 'sq', 'sr'] as const

export const noticeLanguages = [...letterLanguages, ...otherLanguages] as const
export type NoticeLanguage = (typeof noticeLanguages)[number]

/** In English, for the screens of the office. */
export const languageNames: Readonly<Record<NoticeLanguage, string>> = {
  en: 'English', fr: 'French', pl: 'Polish', ro: 'Romanian', de: 'German', es: 'Spanish', nl: 'Dutch', bg: 'Bulgarian', lt: 'Lithuanian', uk: 'Ukrainian', tr: 'Turkish',
  cs: 'Czech', el: 'Greek', et: 'Estonian', hr: 'Croatian', hu: 'Hungarian', it: 'Italian', lv: 'Latvian', mk: 'Macedonian', pt: 'Portuguese', ru: 'Russian', sk: 'Slovak', sl: 'Slovenian', sq: 'Albanian', sr: 'Serbian',
}

/** For a form: what each choice means for the letter. */
export const languageChoices: readonly { readonly value: NoticeLanguage; readonly text: string }[] = noticeLanguages.map((value) => ({
  value, text: letterLanguageFor(value) === value ? languageNames[value] : `${languageNames[value]} (no words yet: the letter goes out in English)`,
}))

/** The language a letter is written in for somebody who reads this one: theirs, or English where we have no words in it. */
export function letterLanguageFor(wanted: NoticeLanguage): LetterLanguage {
  return letterLanguages.find((each) => each === wanted) ?? 'en'
}

/** Each language as its own readers call it, for the person who chooses. */
export const ownNames: Readonly<Record<LetterLanguage, string>> = {
  en: 'English', fr: 'Français', pl: 'Polski', ro: 'Română', de: 'Deutsch', es: 'Español', nl: 'Nederlands', bg: 'Български', lt: 'Lietuvių', uk: 'Українська', tr: 'Türkçe',
}
