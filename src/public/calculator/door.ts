export { assessCommand } from './assess.cli.ts'
export { clockCommand } from './clock.cli.ts'
