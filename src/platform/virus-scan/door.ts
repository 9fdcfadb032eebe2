export { clamd, parseScannerAddress, type ScanLimits, type ScannerAddress } from './clamd.ts'
export { ScannerAway, type Scanned, type Scanner } from './scanner.ts'
