import { readPhoto, type Detection } from '#border/examinations'
import type { Database } from '#platform/database'
import { isRefused, refuse, type Decision, type Refusal } from '#platform/decisions'
import { canBePrinted, printBundle, type Bundle, type Picture, type Pictures } from '#platform/documents'
import { canonical, changeIn, sha256 } from '#platform/events'
import { newId } from '#platform/identity'
import type { By } from '#values'
import type { AppealEvent } from '../appeal/appeal.ts'
import { appealThing, readAppeal } from '../appeal/appeal.store.ts'
import { readEvidenceBytes } from '../evidence/evidence.store.ts'
import { authorityFor } from '../notice/authority.ts'
import { sha256 as sha256OfBytes } from '../notice/document.store.ts'
import { penaltyReference } from '../notice/penalty-reference.ts'
import { lockCase } from '../case/lock-case.store.ts'
import { personsOfCase } from '../person/person.store.ts'
import { openAppealFile, type AppealFile } from './appeal-file.store.ts'
import { bundlesOfAppeal, keepBundle } from './bundle.store.ts'
import { chooseItems, type Choice, type Contents } from './choose-items.ts'
import { composeBundle } from './compose-bundle.ts'
import { makeBundle } from './make-bundle.ts'
import { whatChanged } from './what-changed.ts'

/** The look that new bundles take. */
const layout = 'bundle-1'

export interface Bundling {
  readonly choice: Choice
  readonly demonstration: boolean
  readonly by: By
}

/** Changes with any word that could be printed: an officer makes the bundle whose index was read. */
export function fingerprintOf({ offered }: Pick<AppealFile, 'offered'>): string {
  return sha256(canonical(offered.map(({ key, sha256: hash, outBecause }) => ({ key, hash, outBecause }))))
}

/** One act: chosen, set, hashed and kept, or nothing of it. The case stands still meanwhile, so that no item is older than another. */
export async function makeBundleOf(db: Database, appealId: string, bundling: Bundling & { readonly indexRead: string }): Promise<Decision<AppealEvent>> {
  return db.transaction().execute(async (tx) => {
    const appeal = await readAppeal(tx, appealId)
    if (appeal === undefined) return refuse('no-such-appeal')
    await lockCase(tx, appeal.caseId)
    const file = await openAppealFile(tx, appeal)
    if (fingerprintOf(file) !== bundling.indexRead) return refuse('bundle-has-changed')
    return keepMade(tx, file, bundling)
  })
}

async function keepMade(tx: Database, file: AppealFile, bundling: Bundling): Promise<Decision<AppealEvent>> {
  const { appeal: { id: appealId, caseId } } = file
  const { by } = bundling
  const [latest] = await bundlesOfAppeal(tx, appealId)
  const number = (latest?.number ?? 0) + 1
  const contents = chooseItems(file.offered, bundling.choice)
  if ('refused' in contents) return contents
  const content = await compose(tx, file, { contents, number, changes: latest === undefined ? [] : whatChanged(latest.manifest, contents.manifest), bundling })
  const printed = await print(tx, content, file.detection, by)
  if ('refused' in printed) return printed

  const { pdf, pages } = printed
  const made = { id: newId(), number, pages, pdfSha256: sha256OfBytes(pdf) }
  const decision = await changeIn(tx, appealThing, { id: appealId, by }, (current) => makeBundle(current, { bundleId: made.id, number, pages, pdfSha256: made.pdfSha256, items: contents.items.length }))
  if (isRefused(decision)) return decision
  await keepBundle(tx, { ...made, caseId, appealId, manifest: contents.manifest, content, layout, pdf, by })
  return decision
}

/** The bundle as it would be, to look at; nothing is kept of it. */
export async function draftOf(db: Database, file: AppealFile, bundling: Bundling): Promise<Uint8Array | Refusal> {
  const contents = chooseItems(file.offered, bundling.choice)
  if ('refused' in contents) return contents
  const printed = await print(db, await compose(db, file, { contents, number: null, changes: [], bundling }), file.detection, bundling.by)
  return 'refused' in printed ? printed : printed.pdf
}

interface Composed {
  readonly contents: Contents
  readonly number: number | null
  readonly changes: readonly string[]
  readonly bundling: Bundling
}

async function compose(db: Database, { appeal, found, penalty, person }: AppealFile, { contents, number, changes, bundling }: Composed): Promise<Bundle> {
  const { by, demonstration } = bundling
  const reference = penaltyReference(found, await personsOfCase(db, found.id), person)
  return composeBundle({ appeal, penalty, person, contents, number, changes, reference, demonstration, caseReference: found.reference, made: { by: by.name, at: by.at }, sender: authorityFor(demonstration, []).name })
}

/** A picture cut short on its way to us would stop the whole bundle, so it is named and the officer leaves it out. */
async function print(db: Database, content: Bundle, detection: Detection | undefined, by: By): Promise<Awaited<ReturnType<typeof printBundle>> | Refusal> {
  const shown = content.items.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'picture'))
  const pictures = await picturesOf(db, shown, detection)
  try {
    return await printBundle(content, pictures, layout, by.at)
  } catch (fault) {
    for (const picture of shown) if (!(await canBePrinted({ ...picture, bytes: pictures.get(picture.sha256) ?? new Uint8Array() }, by.at))) return refuse('picture-cannot-be-read')
    throw fault
  }
}

async function picturesOf(db: Database, shown: readonly Picture[], detection: Detection | undefined): Promise<Pictures> {
  const pictures = new Map<string, Uint8Array>()
  for (const { sha256: hash } of shown) {
    const bytes = (await readEvidenceBytes(db, hash)) ?? (detection && (await readPhoto(db, detection.site, hash)))
    if (bytes !== undefined) pictures.set(hash, bytes)
  }
  return pictures
}
