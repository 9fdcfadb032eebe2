import { readFileSync } from 'node:fs'

/**
 * Loaded into a site's process before anything else: its time of day is ahead of the machine's by what a file says, read anew at
 * each SIGUSR2. As when somebody sets the clock, steady time and timers go on as they were.
 */
// oxlint-disable-next-line no-restricted-globals -- what the product's clock reads is set here, and only here
const timeOfDay = Date
const realNow = timeOfDay.now
let aheadMs = 0

process.on('SIGUSR2', () => {
  aheadMs = Number(readFileSync(process.env['FAULTS_CLOCK_FILE'] ?? '', 'utf8'))
})

timeOfDay.now = () => realNow() + aheadMs
