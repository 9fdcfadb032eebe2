import { registerHooks } from 'node:module'
import { mutants } from './mutants.ts'

/**
 * Loaded into a port's process before anything else: breaks one promise in the text of the product as it is loaded. The product has no
 * switch for it. A text that is no longer found stops the process, so that a mutant cannot pass for caught after it has gone stale.
 */
const name = process.env['FAULTS_MUTANT'] ?? ''
const mutant = mutants[name]
if (mutant === undefined) throw new Error(`There is no mutant ${name}`)

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context)
    if (!url.endsWith(mutant.file)) return loaded
    const text = Buffer.from(loaded.source as Uint8Array).toString()
    const broken = mutant.changes.reduce((before, [from, to]) => {
      if (!before.includes(from)) throw new Error(`The mutant ${name} is stale: ${mutant.file} no longer says ${from}`)
      return before.replace(from, to)
    }, text)
    return { ...loaded, source: broken }
  },
})
