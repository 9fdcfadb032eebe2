import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { xmlMaxAttributes, xmlMaxBytes, xmlMaxDepth, xmlMaxElements } from './limits.ts'
import { readText } from './text.ts'
import { Unintelligible } from './unintelligible.ts'

/** An element by its local name: recorders that forward a camera's event put prefixes of their own on every tag. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

interface Growing {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: Growing[]
  text: string
}

/** What a document may come to before it is refused. */
export interface XmlLimits {
  readonly bytes: number
  readonly depth: number
  readonly elements: number
}

const ofOneMessage: XmlLimits = { bytes: xmlMaxBytes, depth: xmlMaxDepth, elements: xmlMaxElements }

/** Reads one XML document of limited size and depth; any document type declaration is refused, so no entity can be defined. */
export function readXml(bytes: Uint8Array): XmlElement {
  return read(bytes, { limits: ofOneMessage })
}

interface TakingParts {
  /** The elements that make up the bulk of the document. */
  readonly name: string
  /** Given each of them as it closes, and the element it stood in as far as that has been read. */
  readonly take: (part: XmlElement, within: XmlElement) => void
}

/** Reads a long document whose bulk is one kind of element: each is handed over and let go, so that little is held at a time. Answers what is left. */
export function readXmlParts(bytes: Uint8Array, limits: XmlLimits, parts: TakingParts): XmlElement {
  return read(bytes, { limits, parts })
}

interface Reading {
  readonly limits: XmlLimits
  readonly parts?: TakingParts
}

function read(bytes: Uint8Array, reading: Reading): XmlElement {
  if (bytes.length > reading.limits.bytes) throw new Unintelligible('too-large', `XML of ${bytes.length} bytes`)
  // Cameras pad with NUL and start with line breaks; XML forbids both around the declaration.
  const text = readText(bytes).replace(/^[\s\uFEFF]+/, '').replace(/[\s\0]+$/, '')
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Unintelligible('forbidden-doctype', 'a document type declaration is not accepted')
  const document: Growing = { name: '', attributes: {}, children: [], text: '' }
  grow(document, text, reading)
  const root = document.children[0]
  if (root === undefined) throw new Unintelligible('broken-xml', 'there is no element')
  return root
}

function grow(document: Growing, text: string, { limits, parts }: Reading): void {
  const open: Growing[] = [document]
  const parser = new SaxesParser()
  let elements = 0
  parser.on('error', (error) => { throw new Unintelligible('broken-xml', error.message) })
  parser.on('doctype', () => { throw new Unintelligible('forbidden-doctype', 'a document type declaration is not accepted') })
  parser.on('xmldecl', ({ encoding }) => refuseOtherEncodings(encoding))
  parser.on('opentag', (tag) => {
    if (++elements > limits.elements) throw new Unintelligible('too-large', `XML of more than ${limits.elements} elements`)
    if (open.length > limits.depth) throw new Unintelligible('too-deep', `XML deeper than ${limits.depth}`)
    const element = begin(tag)
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (piece) => addText(open.at(-1), piece))
  parser.on('cdata', (piece) => addText(open.at(-1), piece))
  parser.on('closetag', () => {
    const [closed, within] = [open.pop(), open.at(-1)]
    if (closed === undefined || within === undefined || closed.name !== parts?.name) return
    within.children.pop()
    parts.take(closed, within)
  })
  parser.write(text).close()
}

function begin(tag: SaxesTagPlain): Growing {
  const attributes = Object.entries(tag.attributes)
  if (attributes.length > xmlMaxAttributes) throw new Unintelligible('too-large', `more than ${xmlMaxAttributes} attributes`)
  return { name: localName(tag.name), attributes: Object.fromEntries(attributes), children: [], text: '' }
}

function addText(element: Growing | undefined, piece: string): void {
  if (element !== undefined) element.text += piece
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function refuseOtherEncodings(encoding: string | undefined): void {
  if (encoding === undefined || /^(utf-?8|us-ascii)$/i.test(encoding)) return
  throw new Unintelligible('not-utf-8', `the document says it is ${encoding}`)
}

/** The element reached by following local names down from `from`, or undefined. */
export function elementAt(from: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce((at, name) => at?.children.find((child) => child.name === name), from)
}

/** The text at a path without surrounding white space; null when the element is missing or empty. */
export function textAt(from: XmlElement | undefined, ...path: readonly string[]): string | null {
  return elementAt(from, ...path)?.text.trim() || null
}

export function childrenNamed(from: XmlElement | undefined, name: string): readonly XmlElement[] {
  return from?.children.filter((child) => child.name === name) ?? []
}
