import type { WrittenItem } from './bundle.ts'

/** A record set as text: it goes in unless an officer leaves it out. */
export function record(written: Pick<WrittenItem, 'key' | 'title' | 'on' | 'from' | 'blocks'>): WrittenItem {
  return { ...written, sha256: null, hashOf: 'the text of this item', outBecause: null, isBarred: false, sizeBytes: 0 }
}

/** What no court is given: it is named with its reason and cannot be put in. */
export function notForCourt(key: string, title: string, outBecause: string): WrittenItem {
  return { key, title, outBecause, on: null, from: '', blocks: [], sha256: null, hashOf: '', isBarred: true, sizeBytes: 0 }
}
