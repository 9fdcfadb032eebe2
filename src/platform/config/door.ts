export * from './cannot-start.ts'
