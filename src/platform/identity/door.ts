export * from './demo-people.ts'
export * from './new-id.ts'
export * from './rights.ts'
export * from './where-may.ts'
