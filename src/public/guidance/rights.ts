import { grants, right } from '#platform/identity'
import { roles } from '#values'

/** Advice that keeps people safe is for everybody, signed in or not. */
export const readGuidance = right('guidance.read', ...grants(roles))
