import { readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { filesBelow } from '../architecture/source-files.ts'
import { lawPages, written } from './law-pages.ts'

/** `npm run law`: writes down every provision for whoever has to check it, and takes away pages of provisions that are gone. */
await mkdir('docs/law', { recursive: true })
for (const path of filesBelow('docs/law', '.md')) if (readFileSync(path, 'utf8').startsWith(written)) await rm(path)
for (const [path, text] of lawPages()) await writeFile(path, text)
