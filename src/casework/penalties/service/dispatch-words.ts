import type { StateWords } from '../case/words.ts'
import type { Channel, DispatchStage } from './dispatch.ts'

export const channelWords: Readonly<Record<Channel, { readonly name: string; readonly inside: string }>> = {
  post: { name: 'Post', inside: 'by post' },
  email: { name: 'E-mail', inside: 'by e-mail' },
  'by-hand': { name: 'By hand', inside: 'by hand' },
  'fixed-to-trailer': { name: 'Fixed to the trailer', inside: 'fixed to the trailer' },
}

export const dispatchStageWords: Readonly<Record<DispatchStage, StateWords>> = {
  planned: { word: 'Waits to be sent', kind: 'waiting' },
  withheld: { word: 'Held back', kind: 'quiet' },
  'handed-over': { word: 'With the carrier', kind: 'going' },
  sent: { word: 'Sent, nothing heard', kind: 'going' },
  failed: { word: 'Not taken by the carrier', kind: 'stop' },
  delivered: { word: 'Delivered', kind: 'done' },
  returned: { word: 'Came back', kind: 'look' },
}
