import { z } from 'zod'
import type { Clock } from '#platform/clock'
import type { Ask, Delivered, Send } from '#platform/outgoing'
import type { Carrier, EmailParcel, Handed, LetterParcel, Whereabouts } from './carrier.ts'
import { fileKept, secondClass } from './limits.ts'
import { notifyToken, type NotifyKey } from './notify-token.ts'

export interface NotifySettings {
  /** Scheme, host and port, and in a demonstration a path: what stands before `/v2/notifications`. */
  readonly address: string
  readonly key: NotifyKey
  /** The one e-mail template, with the gaps subject, text and link_to_file: all words are ours. */
  readonly emailTemplate: string
}

export interface NotifyTools {
  readonly send: Send
  readonly ask: Ask
  readonly clock: Clock
}

const taken = z.object({ id: z.uuid() })
const notification = z.object({ id: z.uuid(), status: z.string() })
const list = z.object({ notifications: z.array(notification) })
const refusal = z.object({ errors: z.array(z.object({ error: z.string(), message: z.string() })) })

/** GOV.UK Notify, version 2 of its interface: letters as finished PDF, e-mails with the letter behind a link. */
export function notifyCarrier({ address, key, emailTemplate }: NotifySettings, { send, ask, clock }: NotifyTools): Carrier {
  const headers = () => ({ 'content-type': 'application/json', 'accept': 'application/json', 'authorization': `Bearer ${notifyToken(key, clock.now())}` })
  const post = async (path: string, body: object): Promise<Handed> => handed(await send(`${address}/v2/notifications/${path}`, JSON.stringify(body), headers()))
  const get = (path: string): Promise<Delivered> => ask(`${address}/v2/notifications${path}`, headers())
  return {
    name: 'GOV.UK Notify',
    letter: ({ reference, pdf }: LetterParcel) => post('letter', { reference, content: base64(pdf), postage: secondClass }),
    email: ({ reference, to, subject, text, file }: EmailParcel) => post('email', {
      reference, email_address: to, template_id: emailTemplate,
      personalisation: { subject, text, link_to_file: { file: base64(file.bytes), filename: file.name, retention_period: fileKept, confirm_email_before_download: true } },
    }),
    find: async (reference) => list.parse(body(await get(`?reference=${reference}`))).notifications.map(whereaboutsOf)[0],
    whereabouts: async (carrierId) => {
      const answer = await get(`/${carrierId}`)
      return answer.status === 404 ? undefined : whereaboutsOf(notification.parse(body(answer)))
    },
  }
}

/** A 400 will be the same tomorrow. A 403 is a key or a clock that we mend, both limits, of a minute and of a day, are a 429, and a 5xx is theirs to mend. */
function handed(answer: Delivered): Handed {
  if (answer.status === 201) return { answer: 'taken', carrierId: taken.parse(JSON.parse(answer.body)).id }
  return { answer: answer.status === 400 || answer.status === 413 ? 'refused' : 'not-now', why: whyNot(answer) }
}

function whyNot({ status, body: text }: Delivered): string {
  const said = refusal.safeParse(jsonOf(text))
  return said.success ? said.data.errors.map(({ error, message }) => `${error}: ${message}`).join('; ') : `answered ${status}`
}

function body(answer: Delivered): unknown {
  if (answer.status !== 200) throw new Error(`GOV.UK Notify ${whyNot(answer)}`)
  return jsonOf(answer.body)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `received` is the printer’s word: printed and dispatched. For letters nothing says delivered, ever. An e-mail that is `sending` has left. */
const standings: Readonly<Record<string, Whereabouts['standing']>> = {
  received: 'dispatched', sending: 'dispatched', delivered: 'delivered', cancelled: 'failed', 'virus-scan-failed': 'failed', 'validation-failed': 'failed',
  'permanent-failure': 'failed', 'temporary-failure': 'failed', 'technical-failure': 'failed',
}

function whereaboutsOf({ id, status }: z.output<typeof notification>): Whereabouts {
  return { carrierId: id, standing: standings[status] ?? 'waiting', word: status }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
