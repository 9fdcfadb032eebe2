import { inEveryLanguage } from './sentence.ts'

/** What every letter says. */
export const shared = inEveryLanguage('shared')

/** What a penalty notice says: section 35(2) lists what it must. */
export const noticeWords = inEveryLanguage('notice')

/** What the decision on an objection says (section 35(6) to (8)). */
export const decisionWords = inEveryLanguage('decision')

/** What a letter says that tells of a penalty put right without an objection; the rest it shares with the decision on one. */
export const correctedWords = inEveryLanguage('corrected')

/** What goes with a letter that came back and is sent again. */
export const coveringWords = inEveryLanguage('covering')

/** What letters say that ask for what is owed. */
export const recoveryWords = inEveryLanguage('recovery')

/** The e-mail in which a letter is behind a link. */
export const emailWords = inEveryLanguage('email')

/** Questions put to somebody before anybody decides. */
export const requestWords = inEveryLanguage('request')

/** What stands on the pages that a person of the case has at the public door. */
export const ownWords = inEveryLanguage('own')

export const capacityWords = inEveryLanguage('capacity')

/** The same, inside a sentence. */
export const asCapacity = inEveryLanguage('asCapacity')

export const transporterWords = inEveryLanguage('transporter')

/** What the law says of the penalty and of the last days. */
export const lawWords = inEveryLanguage('law')

/** A name for each rule of the calculation, for letters from before the law was said in every language. */
export const ruleNames = inEveryLanguage('rules')
