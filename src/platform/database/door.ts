export * from './connect.ts'
export * from './listen.ts'
