import type { Maker } from './camera.ts'

/** Makers as they write themselves; the short names are for addresses and rows. */
const names: Readonly<Record<Exclude<Maker, 'other'>, string>> = {
  'hikvision': 'Hikvision',
  'plate-recognizer': 'Plate Recognizer',
  'openalpr': 'OpenALPR or Rekor',
  'dahua': 'Dahua',
  'axis': 'Axis',
  'onvif': 'ONVIF',
  'genetec': 'Genetec',
  'lilin': 'LILIN',
  'axxon': 'AxxonSoft',
  'frigate': 'Frigate',
  'fiware': 'FIWARE',
  'apds': 'APDS',
  'adaptive-recognition': 'Adaptive Recognition',
  'nedap': 'Nedap or Tattile',
  'milestone': 'Milestone XProtect',
  'flock': 'Flock',
  'ga-t-1400': 'GA/T 1400',
}

export function makerName(maker: Maker, say: (en: string, fr: string) => string): string {
  return maker === 'other' ? say('Other', 'Autre') : names[maker]
}
