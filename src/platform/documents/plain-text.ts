import type { Block, Envelope, Fact, Letter } from './letter.ts'

/** The same letters as plain text, for a reader of Braille, a text terminal or a mailbox that shows nothing else: every sentence of the PDF, in its order. */
export function envelopeAsText(envelope: Envelope): string {
  return envelope.map(letterAsText).join(`\n\n${'='.repeat(72)}\n\n`)
}

function letterAsText(letter: Letter): string {
  const { marks, sender, recipient, particulars, subject, title, blocks, running } = letter
  return [marks.join('\n'), [sender.name, ...sender.lines].join('\n'), recipient.join('\n'), factLines(particulars), subject, underlined(title, '='), ...blocks.map(blockAsText), running]
    .filter((part) => part !== '').join('\n\n').concat('\n')
}

function blockAsText(block: Block): string {
  switch (block.kind) {
    case 'heading': return underlined(block.text, '-')
    case 'paragraph': return block.text
    case 'list': return block.items.map((item) => `- ${item}`).join('\n')
    case 'facts': return factLines(block.facts)
    case 'amount': return `${block.label}: ${block.amount}\n${block.note}`
    case 'days': return [block.caption, ...block.days.map(({ what, day, why }) => `- ${what}: ${day}\n  ${why}`)].join('\n')
    case 'ladder': return [block.caption, ...block.rungs.map(({ text, amount, cite }) => `- ${text}${amount === '' ? '' : ` = ${amount}`}\n  ${cite}`), `${block.total.label}: ${block.total.amount}`].join('\n')
    case 'notice': return `* ${block.heading}\n  ${block.text}`
  }
}

function factLines(facts: readonly Fact[]): string {
  return facts.map(({ term, text }) => `${term}: ${text}`).join('\n')
}

function underlined(text: string, by: string): string {
  return `${text}\n${by.repeat([...text].length)}`
}
