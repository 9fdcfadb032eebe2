export { coverAreas, type Area } from './cover-areas.ts'
