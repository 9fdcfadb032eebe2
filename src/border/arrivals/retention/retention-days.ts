import { imageDaysMax, retentionDaysMax, retentionDaysMin } from '../limits.ts'

/** How long this site keeps what nothing rests on. */
export interface Keeping {
  readonly days: number
  readonly imageDays: number
}

/** As long as the rules allow, or shorter where it is set so. Never longer; and pictures never longer than the reads they show. */
export function keepingFor(settings: { readonly reads: string | undefined; readonly images: string | undefined }): Keeping {
  const days = daysSet('JUXTA_READ_RETENTION_DAYS', settings.reads, retentionDaysMax)
  return { days, imageDays: daysSet('JUXTA_IMAGE_RETENTION_DAYS', settings.images, Math.min(days, imageDaysMax)) }
}

function daysSet(name: string, setting: string | undefined, most: number): number {
  if (setting === undefined || setting === '') return most
  const days = Number(setting)
  if (Number.isInteger(days) && days >= retentionDaysMin && days <= most) return days
  throw new RangeError(`${name} has to be a whole number from ${retentionDaysMin} to ${most}, and is ${setting}`)
}
