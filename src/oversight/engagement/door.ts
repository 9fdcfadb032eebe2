export { countEntry, readFigures, type Figure } from './statistic/statistic.store.ts'
export { measures, type Measure } from './statistic/measure.ts'
