export * from './connect.ts'
export * from './listen.ts'
export * from './embedded.ts'
export * from './migrate.ts'
