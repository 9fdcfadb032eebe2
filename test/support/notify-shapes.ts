import { z } from 'zod'

/**
 * The requests, answers and callbacks of GOV.UK Notify as it publishes them (alphagov/notifications-tech-docs, openapi/schema.json and
 * the tables of errors and callbacks), under their names there. Fields that we neither send nor read are allowed and not described.
 */
const text = z.string()
const uuid = z.uuid()
const moment = z.iso.datetime({ offset: true })

export const SendPrecompiledLetterRequest = z.strictObject({ reference: text.max(1000), content: z.base64(), postage: z.enum(['first', 'second', 'economy']).optional() })

export const SendEmailRequest = z.strictObject({
  email_address: text.min(5).max(250),
  template_id: uuid,
  personalisation: z.looseObject({
    link_to_file: z.strictObject({ file: z.base64(), filename: text.max(100).regex(/\.\w+$/).optional(), confirm_email_before_download: z.boolean().optional(), retention_period: text.regex(/^([1-9]|1\d|2[0-6]) weeks?$/).optional() }),
  }),
  reference: text.optional(),
  email_reply_to_id: uuid.optional(),
  one_click_unsubscribe_url: z.url().optional(),
})

export const SendPrecompiledLetterResponse = z.looseObject({ id: uuid, reference: text, postage: z.enum(['first', 'second', 'economy', 'europe', 'rest-of-world']) })

const template = z.looseObject({ id: uuid, version: z.int(), uri: text })

export const SendEmailResponse = z.looseObject({
  id: uuid, reference: text.nullable(), content: z.looseObject({ subject: text, body: text, from_email: text }), uri: text, template, scheduled_for: text.nullable(),
})

export const letterStatuses = ['accepted', 'received', 'cancelled', 'pending-virus-check', 'virus-scan-failed', 'validation-failed', 'technical-failure', 'permanent-failure'] as const
export const emailStatuses = ['created', 'sending', 'delivered', 'permanent-failure', 'temporary-failure', 'technical-failure'] as const

export const GetOneMessageResponse = z.looseObject({
  id: uuid, reference: text.nullable(), email_address: text.nullable(), type: z.enum(['sms', 'letter', 'email']), status: z.enum([...letterStatuses, ...emailStatuses]),
  template, body: text, subject: text.nullable(), created_at: moment, created_by_name: text.nullable(), sent_at: moment.nullable(), completed_at: moment.nullable(),
})

export const GetMultipleMessagesResponse = z.looseObject({ notifications: z.array(GetOneMessageResponse), links: z.looseObject({ current: text, next: text.optional() }) })

export const ErrorResponse = z.strictObject({ status_code: z.int(), errors: z.array(z.strictObject({ error: text, message: text })).min(1) })

/** What is posted to us when an e-mail was delivered or failed. */
export const DeliveryReceipt = z.strictObject({
  id: uuid, reference: text.nullable(), to: text, status: z.enum(['delivered', 'permanent-failure', 'temporary-failure', 'technical-failure']),
  created_at: moment, completed_at: moment.nullable(), sent_at: moment.nullable(), notification_type: z.enum(['email', 'sms']), template_id: uuid, template_version: z.int(),
})

/** What is posted to us when a letter came back. */
export const ReturnedLetter = z.strictObject({
  notification_id: uuid, reference: text.nullable(), date_sent: text, sent_by: text.nullable(), template_name: text, template_id: uuid, template_version: z.int(),
  spreadsheet_file_name: text.nullable(), spreadsheet_row_number: z.int().nullable(), upload_letter_file_name: text.nullable(),
})
