import pino, { type Logger } from 'pino'
import { cannotWrite } from '#platform/config'

export type Log = Logger

/** Where passwords could slip into a line. */
const secret = ['*.password', '*.connectionString', '*.databaseUrl', 'req.headers.cookie', 'req.headers.authorization']

/** A process's log: one JSON object a line, to its file or else to standard error, which leaves standard output to answers. */
export function openLog(site: string, file?: string): Log {
  const destination = file === undefined ? pino.destination({ fd: 2, sync: true }) : openFile(file)
  return pino({ base: { site }, redact: secret, timestamp: pino.stdTimeFunctions.isoTime }, destination)
}

function openFile(file: string): ReturnType<typeof pino.destination> {
  try {
    const destination = pino.destination({ dest: file, mkdir: true, sync: true, append: true })
    // A full disk must not end a site for want of its log: the line is lost, and what it told of is shown on the boards.
    destination.on('error', () => {})
    return destination
  } catch (fault) {
    throw cannotWrite(file, fault)
  }
}
