import type { Instant } from '#values'
import { captureTime, epochTime } from '../plate-read/capture-time.ts'

const tokens: Readonly<Record<string, string>> = { yyyy: '(?<year>\\d{4})', MM: '(?<month>\\d{1,2})', dd: '(?<day>\\d{1,2})', HH: '(?<hour>\\d{1,2})', mm: '(?<minute>\\d{1,2})', ss: '(?<second>\\d{1,2})', SSS: '(?<fraction>\\d{1,9})' }
const tokenPattern = /yyyy|MM|dd|HH|mm|ss|SSS/g

/** `iso`, `epoch` (seconds to nanoseconds, told by size) or an order such as `dd/MM/yyyy HH:mm:ss`. */
export function isTimeFormat(format: string): boolean {
  if (format === 'iso' || format === 'epoch') return true
  const found: readonly string[] = format.match(tokenPattern) ?? []
  return format.length <= 40 && new Set(found).size === found.length && ['yyyy', 'MM', 'dd', 'HH', 'mm'].every((token) => found.includes(token))
}

export function momentIn(text: string | null, format: string, zone: string): Instant | null {
  if (text === null) return null
  if (format === 'epoch') return /^\d{1,20}(\.\d{1,9})?$/.test(text) ? epochTime(Number(text)) : null
  if (format === 'iso') return captureTime(text, zone)
  const parts = patternOf(format).exec(text)?.groups
  if (parts === undefined) return null
  const two = (part: string | undefined): string => (part ?? '0').padStart(2, '0')
  return captureTime(`${parts['year']}-${two(parts['month'])}-${two(parts['day'])}T${two(parts['hour'])}:${two(parts['minute'])}:${two(parts['second'])}.${parts['fraction'] ?? '0'}`, zone)
}

function patternOf(format: string): RegExp {
  const escaped = format.replace(/[^A-Za-z0-9 ]/g, '\\$&')
  return new RegExp(`^\\s*${escaped.replace(tokenPattern, (token) => tokens[token] ?? token)}`)
}
