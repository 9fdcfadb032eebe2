export { readGuidance } from './rights.ts'
