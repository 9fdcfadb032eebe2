import { daysAfter, type CalendarDate } from '#values'
import { deemedReceiptAbroad } from '../instruments/carriers-liability-regulations-2002.ts'
import { deemedReceiptOfSaleNotice } from '../instruments/carriers-liability-regulations-2002-sale.ts'
import { inForce, type Answer } from '../provision.ts'

/** The ways of sending for which the regulations say when a document is taken to have been received abroad. */
export type SentBy = 'post' | 'fax' | 'email'

/**
 * When a document sent abroad is taken to have been received; null where the law of that day knew no such way of sending.
 * The time to object runs from the day on the notice and not from here: this day is shown beside it.
 */
export function whenDeemedReceived(sentOn: CalendarDate, sentBy: SentBy): Answer<CalendarDate | null> {
  const { value, under } = inForce(deemedReceiptAbroad, sentOn)
  const days = { post: value.postDays, fax: value.faxDays, email: value.emailDays }[sentBy]
  return { value: days === null ? null : daysAfter(days, sentOn), under }
}

/** The same for a notice that a detained vehicle is to be sold, which may also go by post within the United Kingdom. */
export function whenSaleNoticeReceived(sentOn: CalendarDate, sentBy: SentBy | 'post-in-uk'): Answer<CalendarDate | null> {
  const { value, under } = inForce(deemedReceiptOfSaleNotice, sentOn)
  const days = { 'post-in-uk': value.postInUkDays, post: value.postDays, fax: value.faxDays, email: value.emailDays }[sentBy]
  return { value: days === null ? null : daysAfter(days, sentOn), under }
}
