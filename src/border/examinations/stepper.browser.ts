/** Minus and plus move a number on the spot. Without scripts the same buttons ask the server, or the field is typed into. */
function move(input: HTMLInputElement, by: number): void {
  const moved = Math.min(Number(input.max), Math.max(Number(input.min), input.valueAsNumber + by || 0))
  input.value = String(moved)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

function button(words: string, sign: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'stepper__button'
  made.textContent = sign
  made.setAttribute('aria-label', words)
  made.addEventListener('click', press)
  return made
}

for (const stepper of document.querySelectorAll<HTMLElement>('[data-minutes]')) {
  const input = stepper.querySelector('input')
  for (const nudge of stepper.querySelectorAll<HTMLButtonElement>('.stepper__button')) {
    nudge.addEventListener('click', (press) => {
      if (input === null) return
      press.preventDefault()
      move(input, Number(nudge.value))
    })
  }
}

for (const stepper of document.querySelectorAll<HTMLElement>('[data-stepper]')) {
  const input = stepper.querySelector('input')
  if (input === null) continue
  const name = input.labels?.[0]?.textContent ?? ''
  stepper.prepend(button(`${name}: ${stepper.dataset['fewer'] ?? ''}`, '−', () => move(input, -1)))
  stepper.append(button(`${name}: ${stepper.dataset['more'] ?? ''}`, '+', () => move(input, 1)))
}
