export { demoCameras, enrolDemoCameras } from './demo-cameras.ts'
export { demoLorry, storyLorry } from './story.ts'
export { sendLorry, startTraffic, type Traffic, type TrafficOptions } from './traffic.ts'
