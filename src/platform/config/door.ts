export * from './cannot-start.ts'
export * from './site-config.ts'
