import { writeFile } from 'node:fs/promises'
import { describeSchema } from '../../src/platform/database/schema.store.ts'
import { startTestCluster } from './cluster.ts'

/** `npm run schema`: writes down the schema that the migrations make. */
const cluster = await startTestCluster()
try {
  await writeFile(new URL('../../database/schema.sql', import.meta.url), await describeSchema(cluster.url.replace(/\/postgres$/, `/${cluster.template}`)))
} finally {
  await cluster.stop()
}
