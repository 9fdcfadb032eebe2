import { z } from 'zod'
import { CannotStart } from '#platform/config'
import { newId } from '#platform/identity'
import { waysTo } from '#platform/outgoing'
import { notifyCarrier, printFolder, readNotifyKey, type Carrier, type NotifyKey } from '#platform/post'
import { letterPost, letterReports } from '../../casework/penalties/wire.ts'
import type { AtBothDoors } from '../at-both-doors.ts'
import type { SiteParts } from '../wirings.ts'
import { demoNotifyFeed } from './notify-stub.feed.ts'

/** Where GOV.UK Notify is, unless a setting says otherwise. */
const notifyAddress = 'https://api.notifications.service.gov.uk:443'

/** A letter with its translation is some hundred kilobytes; an answer is a few. */
const limits = { timeoutMs: 20_000, answerMaxBytes: 256 * 1024 }

/** The ways out for letters. A demonstration has a post of its own that sends nothing; a real centre has what its settings name, and without any it prints by hand. */
export function mountLetterPost(parts: SiteParts): AtBothDoors {
  return parts.mode === 'demo' ? demonstrationPost(parts) : realPost(parts, process.env)
}

function demonstrationPost({ clock, publicPort = 0 }: SiteParts): AtBothDoors {
  if (publicPort === 0) return { staff: letterPost([]), public: [] }
  const here = `http://127.0.0.1:${publicPort}`
  const [key, token]: readonly [NotifyKey, string] = [{ issuer: newId(), secret: newId() }, newId()]
  const ways = waysTo(here, limits)
  const carrier = notifyCarrier({ address: `${here}/demo-notify`, key, emailTemplate: newId() }, { ...ways, clock })
  // Nobody at a demonstration waits four hours to see that a letter was posted.
  return { staff: letterPost([carrier], 0), public: [letterReports(token), { feeds: [demoNotifyFeed({ key, token, reportsAt: here, send: ways.send })] }] }
}

type Settings = Readonly<Record<string, string | undefined>>

function realPost({ clock }: SiteParts, env: Settings): AtBothDoors {
  const folder = env['JUXTA_PRINT_FOLDER'] ?? ''
  const notify = env['JUXTA_NOTIFY_KEY'] ?? ''
  const carriers: readonly Carrier[] = [
    ...(folder === '' ? [] : [printFolder(folder, clock)]),
    ...(notify === '' ? [] : [notifyCarrier({ address: addressIn(env), key: readNotifyKey(notify), emailTemplate: templateIn(env) }, { ...waysTo(addressIn(env), limits), clock })]),
  ]
  return { staff: letterPost(carriers), public: [letterReports(env['JUXTA_NOTIFY_REPORTS_TOKEN'] ?? '')] }
}

function addressIn(env: Settings): string {
  return env['JUXTA_NOTIFY_ADDRESS'] ?? notifyAddress
}

function templateIn(env: Settings): string {
  const template = env['JUXTA_NOTIFY_EMAIL_TEMPLATE'] ?? ''
  if (!z.uuid().safeParse(template).success) throw new CannotStart('JUXTA_NOTIFY_KEY is set and JUXTA_NOTIFY_EMAIL_TEMPLATE is not the id of a template: make one with the gaps subject, text and link_to_file.')
  return template
}
