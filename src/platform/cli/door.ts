export * from './command.ts'
export * from './end-when-done.ts'
export * from './json-command.ts'
