export * from './command.ts'
export * from './json-command.ts'
