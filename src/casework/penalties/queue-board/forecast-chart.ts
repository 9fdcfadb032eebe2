import type { Band, Forecast } from './forecast.ts'

/** A chart as its drawing needs it: lines and bands in the units of the picture, with what stands at each tick. */
export interface ForecastChart {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly bottom: number
  readonly series: readonly { readonly name: string; readonly kind: 'now' | 'what-if'; readonly band: string; readonly line: string; readonly endX: number; readonly endY: number; readonly last: number }[]
  readonly ticksY: readonly { readonly at: number; readonly text: number }[]
  readonly ticksX: readonly { readonly at: number; readonly text: string }[]
}

const [width, height, left, right, top, bottom] = [720, 300, 48, 130, 12, 268] as const

/** How many wait at the end of each week: the middle as a line, eight runs of ten within the band. */
export function chartOf(start: number, forecasts: readonly { readonly name: string; readonly kind: 'now' | 'what-if'; readonly forecast: Forecast }[]): ForecastChart {
  const begin: Band = { low: start, middle: start, high: start }
  const most = Math.max(1, start, ...forecasts.flatMap(({ forecast }) => forecast.waiting.map(({ high }) => high)))
  const weeks = Math.max(1, ...forecasts.map(({ forecast }) => forecast.waiting.length))
  const x = (week: number): number => round(left + ((width - left - right) * week) / weeks)
  const y = (count: number): number => round(bottom - ((bottom - top) * count) / most)
  const series = forecasts.map(({ name, kind, forecast }) => {
    const bands = [begin, ...forecast.waiting]
    const points = (of: (band: Band) => number) => bands.map((band, week) => `${x(week)},${y(of(band))}`)
    const last = bands.at(-1) ?? begin
    return {
      name, kind, last: last.middle, endX: x(bands.length - 1), endY: y(last.middle),
      band: [...points(({ high }) => high), ...points(({ low }) => low).toReversed()].join(' '),
      line: points(({ middle }) => middle).join(' '),
    }
  })
  return {
    width, height, left, bottom, series,
    ticksY: [0, Math.round(most / 2), most].map((text) => ({ text, at: y(text) })),
    ticksX: Array.from({ length: weeks + 1 }, (_, week) => ({ at: x(week), text: week === 0 ? 'now' : String(week) })).filter((_, week) => week % 2 === 0),
  }
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10
}
