export * from './letter.ts'
export { letterLayouts, printEnvelope, type LetterLayout } from './print-envelope.ts'
export { renderPdf } from './render-pdf.ts'
