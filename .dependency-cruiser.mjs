import { forbidden, options } from './architecture/import-rules.ts'

export default { forbidden, options }
