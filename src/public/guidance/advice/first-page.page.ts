import { page } from '#platform/web'
import { readGuidance } from '../rights.ts'

/** Where a driver or haulier arrives: the urgent thing first, then the questions that can wait. */
export const firstPage = page({ path: '/', right: readGuidance, template: 'public/guidance/advice/first-page.njk', show: async () => ({}) })
