/** A person of the demonstration at a site, who looks at pages as a browser without scripts would. */
export interface Looker {
  get(path: string): Promise<string>
}

const redirectsMax = 12

/** Signs in with one click; the site and its own sign-in pass the browser to and fro until the page that was asked for. */
export async function signIn(address: string, person: string): Promise<Looker> {
  const cookies = new Map<string, string>()
  const ask = async (path: string): Promise<Response> => {
    const answer = await fetch(new URL(path, address), { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }, signal: AbortSignal.timeout(10_000) })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return answer
  }
  let answer = await ask(`/sign-in/start?person=${person}&next=%2Fshortcuts`)
  for (let redirects = 0; redirects < redirectsMax && answer.headers.has('location'); redirects += 1) answer = await ask(new URL(answer.headers.get('location') ?? '', address).href.replace(/^https?:\/\/[^/]+/, ''))
  return {
    get: async (path) => {
      const page = await ask(path)
      if (!page.ok) throw new Error(`${path} was answered ${page.status}`)
      return page.text()
    },
  }
}
