import { z } from 'zod'
import { photoTypeOf } from '#border/examinations'
import { refuse, type Refusal } from '#platform/decisions'
import type { UploadedFile } from '#platform/web'
import { evidenceLimitBytes } from '../limits.ts'
import { sha256 } from '../notice/document.store.ts'
import type { EvidenceType, KeptBytes } from './evidence.ts'

/** A file as a form asks for one. */
export const oneFile = z.custom<UploadedFile>((file) => typeof file === 'object' && file !== null && !Array.isArray(file), 'Choose one file')

export interface Upload {
  readonly kept: KeptBytes
  readonly bytes: Buffer
}

/** Believes the bytes, not the name or the type that the browser gave them. */
export function readUpload({ bytes }: UploadedFile): Upload | Refusal {
  const contentType = typeOf(bytes)
  if (contentType === undefined) return refuse('not-a-kind-of-evidence')
  if (bytes.length > evidenceLimitBytes) return refuse('evidence-too-large')
  return { bytes, kept: { sha256: sha256(bytes), contentType, sizeBytes: bytes.length } }
}

function typeOf(bytes: Buffer): EvidenceType | undefined {
  const photo = photoTypeOf(bytes)
  if (photo !== undefined) return photo
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf'
  return isPlainText(bytes) ? 'text/plain' : undefined
}

/** UTF-8 without control characters but those that lay text out; markup is shown as text and never run. */
function isPlainText(bytes: Buffer): boolean {
  const text = bytes.toString('utf8')
  return bytes.length > 0 && !text.includes('\uFFFD') && !/[^\P{Cc}\t\n\f\r]/u.test(text)
}
