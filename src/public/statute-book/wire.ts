import type { Wiring } from '#platform/web'
import { notSettledPage, provisionPage, statuteBookPage } from './provision/provisions.page.ts'
import { readTheLaw } from './rights.ts'

export const statuteBook: Wiring = {
  nav: [{ href: '/law', en: 'The law', fr: 'Le droit', right: readTheLaw }],
  pages: [statuteBookPage, notSettledPage, provisionPage],
}
