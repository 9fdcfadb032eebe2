import type { Sections } from '../../src/border/examinations/detection/detection.ts'
import { instant, plate } from '#values'

/** Answers for a find of two adults and a child at Calais at 02:40 in Paris, all of them invented. */
export const sections: Sections = {
  alarm: {
    alarmRaisedBy: 'driver', alarmNote: null, driverSuspicion: 'suspected', driverFirstSuspectedAt: instant('2026-03-10T01:10:00Z'),
    driverFirstSuspectedWhere: 'Rest area north of Abbeville', driverReportedAt: instant('2026-03-10T01:30:00Z'),
    foundAt: instant('2026-03-10T01:40:00Z'), place: 'Search shed 2', adults: 2, children: 1,
    concerns: ['unaccompanied-child'], childWelfare: 'referred', referredTo: 'Duty safeguarding officer, ref SG-1',
  },
  vehicle: {
    transporter: 'goods-vehicle', tractorPlate: plate('AB12CDE'), trailerPlate: plate('QT-123-ZZ'), country: 'GB',
    hiddenIn: ['load-space'], entryMethod: 'roof-cut', seals: 'intact', sealNumbers: 'S-0091', cable: 'intact', lock: 'none', note: null,
  },
  papers: {
    checklist: 'seen', instructions: 'not-seen', language: 'Romanian', interpreter: 'telephone', statement: 'Heard knocking after the last stop.',
    persons: [{ capacity: 'driver', name: 'Test Driver', company: null }, { capacity: 'owner', name: 'Test Haulage SRL', company: 'Test Haulage SRL' }],
    lastStopPlace: 'Abbeville', lastStopAt: instant('2026-03-09T23:00:00Z'), lastCheckAt: instant('2026-03-09T23:40:00Z'), lastCheckHow: 'Walked round, torch',
  },
  scene: { officers: ['Test lane-officer'], vehicleOutcome: 'released', intelligenceReference: null, handOver: null },
}
