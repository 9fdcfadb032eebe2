import { clamd, parseScannerAddress } from '#platform/virus-scan'
import type { Wiring } from '#platform/web'
import { virusScans } from '../casework/penalties/wire.ts'

/** The scanner that the settings name. Without one files stay unscanned, and their pages say so. */
export function virusScanner(env: Readonly<Record<string, string | undefined>>): readonly Wiring[] {
  const address = env['JUXTA_VIRUS_SCANNER'] ?? ''
  return address === '' ? [] : [virusScans(clamd(parseScannerAddress(address)))]
}
