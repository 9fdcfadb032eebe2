import { paySignature } from '#casework/penalties'
import type { Send } from '#platform/outgoing'
import { anyone, type Feed } from '#platform/web'
import { disputeActs, type DisputeAct } from './money-back.ts'
import { cardActs, payStub, type CardAct, type PayStub } from './pay-stub.ts'

export interface DemoPay {
  readonly apiKey: string
  readonly signingSecret: string
  /** Our public door, where the stub is and where its messages go. */
  readonly here: string
  readonly send: Send
}

const base = '/demo-pay'

/** How often what waits to be told is told. */
const tellEveryMs = 1_000

/** A card service for a demonstration, at `/demo-pay` of the public door: it takes no money, and tells of payments as the real one does. */
export function demoPayFeed({ apiKey, signingSecret, here, send }: DemoPay): Feed {
  return {
    name: 'demo-pay',
    mount: (part, { clock, onFault }) => {
      const stub = payStub(clock, { apiKey, cardPages: here + base })
      mountStub(part, stub)
      const timer = setInterval(() => void tell(stub).catch((fault: unknown) => onFault?.(fault, 'demo card service')), tellEveryMs)
      part.addHook('onClose', async () => clearInterval(timer))
    },
  }

  async function tell(stub: PayStub): Promise<void> {
    for (const { id } of stub.paid()) stub.settleRefunds(id, 'success')
    for (const message of stub.messages()) {
      const body = JSON.stringify(message)
      await send(`${here}/pay/messages`, body, { 'content-type': 'application/json', 'pay-signature': paySignature(Buffer.from(body), signingSecret) })
    }
  }
}

function mountStub(part: Parameters<Feed['mount']>[0], stub: PayStub): void {
  const options = { config: { right: anyone } }
  part.post(`${base}/v1/payments`, options, async ({ headers, body }, reply) => {
    const answer = stub.begin(headers, body)
    return reply.status(answer.status).send(answer.body)
  })
  part.get<{ Params: { id: string } }>(`${base}/v1/payments/:id`, options, async ({ headers, params: { id } }, reply) => {
    const answer = stub.read(headers, id)
    return reply.status(answer.status).send(answer.body)
  })
  part.post<{ Params: { id: string } }>(`${base}/v1/payments/:id/refunds`, options, async ({ headers, params: { id }, body }, reply) => {
    const answer = stub.refund(headers, id, body)
    return reply.status(answer.status).send(answer.body)
  })
  part.get<{ Params: { id: string } }>(`${base}/v1/payments/:id/refunds`, options, async ({ headers, params: { id } }, reply) => {
    const answer = stub.refunds(headers, id)
    return reply.status(answer.status).send(answer.body)
  })
  part.get<{ Querystring: { page?: string } }>(`${base}/v1/disputes`, options, async ({ headers, query: { page } }, reply) => {
    const answer = stub.disputes(headers, Number(page ?? 1))
    return reply.status(answer.status).send(answer.body)
  })
  mountDisputes(part, stub)
  part.get<{ Params: { id: string } }>(`${base}/card/:id`, options, async ({ params: { id } }, reply) => {
    const asked = stub.page(id)
    return reply.status(asked === undefined ? 404 : 200).type('text/html; charset=utf-8').send(asked === undefined ? 'No payment is open here.' : cardPage(id, asked.amount))
  })
  part.post<{ Params: { id: string; act: string } }>(`${base}/card/:id/:act`, options, async ({ params: { id, act } }, reply) => {
    const next = act in cardActs ? stub.act(id, act as CardAct) : undefined
    return next === undefined ? reply.status(404).send('No payment is open here.') : reply.redirect(next, 303)
  })
}

/** The payer’s bank, for whoever shows what a dispute does. */
function mountDisputes(part: Parameters<Feed['mount']>[0], stub: PayStub): void {
  const options = { config: { right: anyone } }
  part.get(`${base}/disputes`, options, async (_request, reply) => reply.type('text/html; charset=utf-8').send(disputesPage(stub.paid())))
  part.post<{ Params: { id: string; act: string } }>(`${base}/disputes/:id/:act`, options, async ({ params: { id, act } }, reply) => {
    const done = (disputeActs as readonly string[]).includes(act) && stub.dispute(id, act as DisputeAct)
    return done ? reply.redirect(`${base}/disputes`, 303) : reply.status(404).send('No such payment was made here.')
  })
}

const disputeButtons = { needs_response: 'Ask for it back', won: 'Decide for the office', lost: 'Decide for the payer' } as const

function disputesPage(paid: ReturnType<PayStub['paid']>): string {
  const rows = paid.map(({ id, amount, reference, dispute }) => {
    const buttons = Object.entries(disputeButtons).map(([act, text]) => `<form method="post" action="${base}/disputes/${encodeURIComponent(id)}/${act}"><button type="submit">${text}</button></form>`).join('')
    return `<section><h2>${reference.replace(/[^\w-]/g, '')}: £${(amount / 100).toFixed(2)}</h2><p>${dispute ?? 'not disputed'}</p>${buttons}</section>`
  })
  return page('Made-up bank of the payers', `<p>A demonstration: what a payer’s bank does with a payment by card.</p>${rows.join('') || '<p>No payment was made yet.</p>'}`)
}

/** Nothing of it is typed by anybody, so nothing has to be escaped; the id is ours. */
function cardPage(id: string, amountPence: number): string {
  const button = (act: CardAct, text: string) => `<form method="post" action="${base}/card/${encodeURIComponent(id)}/${act}"><p><button type="submit">${text}</button></p></form>`
  return page('Made-up card service', `<p>A demonstration: no card is asked for and no money moves. £${(amountPence / 100).toFixed(2)} is to be paid.</p>${button('pay', 'Pay')}${button('refuse', 'Let the bank refuse')}${button('cancel', 'Cancel')}`)
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`
}
