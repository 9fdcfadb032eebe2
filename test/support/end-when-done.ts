import { endWhenDone } from '../../src/platform/cli/end-when-done.ts'

// Comes before each test file: a run waits for the processes of its files.
endWhenDone()
