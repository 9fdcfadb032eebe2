export { seePorts } from './rights.ts'
export { vehicleHistory, type HistoryLine } from './vehicle/vehicle-history.page.ts'
