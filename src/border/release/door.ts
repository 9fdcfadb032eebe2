export { seePartners } from './rights.ts'
