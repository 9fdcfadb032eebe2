/**
 * Ends the process as soon as it has nothing more to do. Left alone, it would first tear down what packages hold natively, and one whose
 * own clearing up never reports back keeps it turning for ever (nodejs/node issue 47748). What is ours has been closed by then.
 */
export function endWhenDone(): void {
  // Said last, so that whoever else has something to do at the end has done it.
  process.once('beforeExit', () => process.on('exit', (code) => process.exit(code)))
}
