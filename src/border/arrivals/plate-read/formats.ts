import { adaptiveRecognition } from './adaptive-recognition.ts'
import { apds } from './apds.ts'
import { axis } from './axis.ts'
import { axxon } from './axxon.ts'
import { dahua } from './dahua.ts'
import { fiware } from './fiware.ts'
import { flock } from './flock.ts'
import { frigate } from './frigate.ts'
import { gaT1400 } from './ga-t-1400.ts'
import { genetec } from './genetec.ts'
import { hikvision } from './hikvision.ts'
import { lilin } from './lilin.ts'
import type { Format } from './message.ts'
import { milestone } from './milestone.ts'
import { nedap } from './nedap.ts'
import { onvif } from './onvif.ts'
import { openAlpr } from './openalpr.ts'
import { plateRecognizerCsv } from './plate-recognizer-csv.ts'
import { plateRecognizer } from './plate-recognizer.ts'

/** Every way of writing that Juxta knows, asked in this order: those with a mark of their own first, those told by a few common words last. */
export const formats: readonly Format[] = [
  hikvision, nedap, onvif, axxon, milestone, gaT1400, genetec, openAlpr, axis, dahua, lilin, apds, fiware, frigate, flock, plateRecognizer, plateRecognizerCsv, adaptiveRecognition,
]
