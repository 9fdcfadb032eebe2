import { areasIn, type Covered } from './areas-to-cover.ts'

const figure = document.querySelector<HTMLElement>('[data-cover]')
const drawn = document.querySelector<SVGGElement>('[data-cover-areas]')
const lines = document.querySelector<HTMLTextAreaElement>('#areas')
if (figure && drawn && lines) letDrag(figure, drawn, lines)

/** Dragging writes the same lines that can be typed, and typing draws the same areas: the lines are what is sent. */
function letDrag(figure: HTMLElement, drawn: SVGGElement, lines: HTMLTextAreaElement): void {
  document.querySelector('[data-cover-drag]')?.removeAttribute('hidden')
  let from: Point | undefined
  const show = (more: readonly Covered[] = []): void => draw(drawn, [...(areasIn(lines.value) ?? []), ...more])
  lines.addEventListener('input', () => show())
  figure.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    figure.setPointerCapture(event.pointerId)
    from = pointOf(figure, event)
  })
  figure.addEventListener('pointermove', (event) => from && show([between(from, pointOf(figure, event))]))
  figure.addEventListener('pointerup', (event) => {
    const area = from && between(from, pointOf(figure, event))
    from = undefined
    if (area && area.width > 0 && area.height > 0) lines.value = [...lines.value.split('\n').filter((line) => line.trim() !== ''), inLine(area)].join('\n')
    show()
  })
}

interface Point {
  readonly x: number
  readonly y: number
}

function pointOf(figure: HTMLElement, { clientX, clientY }: PointerEvent): Point {
  const { left, top, width, height } = figure.getBoundingClientRect()
  return { x: percent((clientX - left) / width), y: percent((clientY - top) / height) }
}

function percent(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10
}

function between(one: Point, other: Point): Covered {
  const [left, top] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  return { left, top, width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) }
}

/** Widths are differences of tenths, which a computer does not keep exactly. */
function inLine({ left, top, width, height }: Covered): string {
  return [left, top, width, height].map((each) => each.toFixed(1)).join(' ')
}

function draw(into: SVGGElement, areas: readonly Covered[]): void {
  into.replaceChildren(...areas.map(({ left, top, width, height }) => {
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
    for (const [name, value] of [['x', left], ['y', top], ['width', width], ['height', height]] as const) rect.setAttribute(name, String(value))
    rect.setAttribute('class', 'cover__area')
    return rect
  }))
}
