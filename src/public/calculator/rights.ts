import { grants, right } from '#platform/identity'
import { roles } from '#values'

/** Anyone may ask what the law says, without signing in: nothing is stored and nobody is looked up. */
export const askTheLaw = right('law.ask', ...grants(roles))
