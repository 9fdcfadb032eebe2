import { grants, right } from '#platform/identity'

/** The three ports side by side: those who move people and vehicles between them. */
export const seePorts = right('ports.see', ...grants(['duty-officer-uk', 'duty-officer-fr', 'auditor']))
