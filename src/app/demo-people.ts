import { demoPeople } from '#platform/identity'
import { siteName } from '#values'

/** Who a person may sign in as in a demonstration, a line for each. */
export function demoPeopleInWords(): readonly string[] {
  return demoPeople.map(({ name, role, port }) => `${role.replaceAll('-', ' ').padEnd(18)}${name}${port === undefined ? '' : `, ${siteName(port)}`}`)
}
