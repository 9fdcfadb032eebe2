/** How long GOV.UK Notify keeps a file behind its link: half a year, which covers objection, decision and appeal. It promises no longer than 26 weeks. */
export const fileKept = '26 weeks'

/** Nothing in the law counts from the speed of the post, and abroad Notify chooses the postage itself. */
export const secondClass = 'second'
