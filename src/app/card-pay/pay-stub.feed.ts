import { paySignature } from '#casework/penalties'
import type { Send } from '#platform/outgoing'
import { anyone, type Feed } from '#platform/web'
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
  part.get<{ Params: { id: string } }>(`${base}/card/:id`, options, async ({ params: { id } }, reply) => {
    const asked = stub.page(id)
    return reply.status(asked === undefined ? 404 : 200).type('text/html; charset=utf-8').send(asked === undefined ? 'No payment is open here.' : cardPage(id, asked.amount))
  })
  part.post<{ Params: { id: string; act: string } }>(`${base}/card/:id/:act`, options, async ({ params: { id, act } }, reply) => {
    const next = act in cardActs ? stub.act(id, act as CardAct) : undefined
    return next === undefined ? reply.status(404).send('No payment is open here.') : reply.redirect(next, 303)
  })
}

/** Nothing of it is typed by anybody, so nothing has to be escaped; the id is ours. */
function cardPage(id: string, amountPence: number): string {
  const button = (act: CardAct, text: string) => `<form method="post" action="${base}/card/${encodeURIComponent(id)}/${act}"><p><button type="submit">${text}</button></p></form>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Made-up card service</title></head><body><main><h1>Made-up card service</h1><p>A demonstration: no card is asked for and no money moves. £${(amountPence / 100).toFixed(2)} is to be paid.</p>${button('pay', 'Pay')}${button('refuse', 'Let the bank refuse')}${button('cancel', 'Cancel')}</main></body></html>`
}
