import { readFileSync } from 'node:fs'
import type { Instant } from '#values'
import type { Bundle, BundleBlock, Picture } from './bundle.ts'
import type { Print } from './print-order.ts'
import { renderPages } from './render-pdf.ts'

/** Layouts that bundles have been made in. What one has printed it prints again: a test holds the bytes. */
export const bundleLayouts = ['bundle-1'] as const
export type BundleLayout = (typeof bundleLayouts)[number]

/** The bytes of each photograph, by its hash. */
export type Pictures = ReadonlyMap<string, Uint8Array>

/**
 * The bundle as one tagged PDF/UA-1. The same bundle, pictures and moment give the same bytes.
 * Throws when a picture is missing or cannot be read.
 */
export function printBundle(bundle: Bundle, pictures: Pictures, layout: BundleLayout, writtenAt: Instant): Promise<Print> {
  const shown = bundle.items.flatMap(({ blocks }) => blocks.filter(isPicture))
  const files = Object.fromEntries(shown.map((picture) => [fileOf(picture), bytesOf(picture, pictures)]))
  const source = readFileSync(new URL(`./layouts/${layout}.typ`, import.meta.url), 'utf8')
  return renderPages(source, { ...bundle, items: bundle.items.map(({ blocks, ...item }) => ({ ...item, blocks: blocks.map(withFile) })) }, writtenAt, files)
}

/** Whether the printer can open a picture; one cut short on its way cannot be set. */
export async function canBePrinted({ sha256, contentType, bytes }: Pick<Picture, 'sha256' | 'contentType'> & { readonly bytes: Uint8Array }, at: Instant): Promise<boolean> {
  const file = fileOf({ sha256, contentType })
  const source = `#set document(title: "A picture")\n#set text(lang: "en")\n#image("${file}", alt: "A picture", width: 1cm)`
  return renderPages(source, {}, at, { [file]: bytes }).then(() => true, () => false)
}

function isPicture(block: BundleBlock): block is Picture {
  return block.kind === 'picture'
}

function withFile(block: BundleBlock): BundleBlock & { readonly file?: string } {
  return isPicture(block) ? { ...block, file: fileOf(block) } : block
}

function fileOf({ sha256, contentType }: Pick<Picture, 'sha256' | 'contentType'>): string {
  return `/pictures/${sha256}.${contentType === 'image/png' ? 'png' : 'jpg'}`
}

function bytesOf({ sha256 }: Picture, pictures: Pictures): Uint8Array {
  const bytes = pictures.get(sha256)
  if (bytes === undefined) throw new Error(`The picture ${sha256} is not there to be printed`)
  return bytes
}
