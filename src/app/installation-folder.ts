import { resolve } from 'node:path'
import { defaultFolder } from '#platform/config'
import { rootMayLend } from '#platform/database'

/** Where this installation keeps all it has: here unless told otherwise. Root, whose folders PostgreSQL's own user may not enter, gets one it may. */
export async function installationFolder(): Promise<string> {
  const given = process.env['JUXTA_DATA_DIR']
  if (given !== undefined && given !== '') return resolve(given)
  const here = resolve(defaultFolder)
  return (await rootMayLend(here)) ? here : `/var/lib/juxta${here.replaceAll('/', '-').replace(defaultFolder, 'demo')}`
}
