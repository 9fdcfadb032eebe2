export { demoCameras, enrolDemoCameras } from './demo-cameras.ts'
export { demoLorry } from './story.ts'
export { startTraffic, type Traffic, type TrafficOptions } from './traffic.ts'
