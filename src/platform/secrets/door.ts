export { sealing, sealingOf, type Sealing } from './sealing.ts'
