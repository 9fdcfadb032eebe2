import { Registry, collectDefaultMetrics } from 'prom-client'
import { anyone, type Feed } from '#platform/web'

/** One thing that must hold before this process may be sent work. It answers what is wrong, or nothing. */
export interface ReadyCheck {
  readonly name: string
  fault(): Promise<string | undefined>
}

/** What is wrong and does not keep this process from its work: a cut link is no reason to send officers elsewhere. */
export type ReadAlarms = () => Promise<readonly string[]>

/** What a process measures, as Prometheus reads it. */
export interface Metrics {
  readonly contentType: string
  read(): Promise<string>
}

/** How long one check may take before the answer is no: a load balancer asks about every second. */
const checkTimeoutMs = 2000

export function newMetrics(site: string): Registry {
  const registry = new Registry()
  registry.setDefaultLabels({ site })
  collectDefaultMetrics({ register: registry })
  return registry
}

/** `/healthz` says the process is alive, `/readyz` that it can do its work, `/metrics` how it is doing it. */
export function healthFeed(checks: readonly ReadyCheck[], metrics: Metrics, alarms: ReadAlarms = async () => []): Feed {
  return {
    name: 'health',
    mount: (app) => {
      const config = { right: anyone }
      app.get('/healthz', { config }, async (_request, reply) => reply.type('text/plain').send('alive\n'))
      app.get('/readyz', { config }, async (_request, reply) => {
        const answers = await Promise.all(checks.map(judge))
        const ready = answers.every(({ fault }) => fault === undefined)
        return reply.status(ready ? 200 : 503).send({ ready, checks: answers.map(({ name, fault }) => ({ name, ok: fault === undefined, ...(fault === undefined ? {} : { fault }) })), alarms: await alarms().catch((fault: unknown) => [String(fault)]) })
      })
      app.get('/metrics', { config }, async (_request, reply) => reply.type(metrics.contentType).send(await metrics.read()))
    },
  }
}

async function judge({ name, fault }: ReadyCheck): Promise<{ readonly name: string; readonly fault: string | undefined }> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${checkTimeoutMs} ms`), checkTimeoutMs)
  })
  const answer = await Promise.race([fault().catch((error: unknown) => String(error)), late])
  clearTimeout(timer)
  return { name, fault: answer }
}
