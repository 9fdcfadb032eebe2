export { readTheLaw } from './rights.ts'
