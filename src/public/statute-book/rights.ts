import { grants, right } from '#platform/identity'
import { roles } from '#values'

/** The law is for everybody, signed in or not. */
export const readTheLaw = right('law.read', ...grants(roles))
