import { contenders } from './contenders.ts'
import { measure } from './measure.ts'

/** Measures one contender in a process of its own, so that nobody's memory slows another. */
const [name = '', plates = ''] = process.argv.slice(2)
const contender = contenders.find((each) => each.name === name)
if (contender === undefined) throw new Error(`Nobody is called ${name}`)
process.send?.(await measure(contender, Number(plates)))
process.disconnect?.()
