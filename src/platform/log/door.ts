export * from './open-log.ts'
