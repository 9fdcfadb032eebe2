import { retentionDaysMax } from '../limits.ts'

/** How long this site keeps reads that nothing rests on: as long as the rules allow, or shorter where it is set so. Never longer. */
export function retentionDays(setting: string | undefined): number {
  if (setting === undefined || setting === '') return retentionDaysMax
  const days = Number(setting)
  if (Number.isInteger(days) && days >= 1 && days <= retentionDaysMax) return days
  throw new RangeError(`JUXTA_READ_RETENTION_DAYS has to be a whole number from 1 to ${retentionDaysMax}, and is ${setting}`)
}
