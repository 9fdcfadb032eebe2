/** What an officer at Calais types for a find at 10:00 in Paris on 10 March 2026, step by step; all of it invented. */
export const typed = {
  alarm: {
    alarmRaisedBy: 'driver', driverSuspicion: 'suspected', suspectedOn: '2026-03-10', suspectedTime: '08:15', driverFirstSuspectedWhere: 'A16 rest area',
    reportedOn: '2026-03-10', reportedTime: '09:20', foundOn: '2026-03-10', foundTime: '09:40', place: 'Search shed 2', adults: '2', children: '1',
    childWelfare: 'referred', referredTo: 'Duty safeguarding officer', concerns: ['unaccompanied-child', 'injury-or-illness'],
  },
  vehicle: {
    transporter: 'goods-vehicle', tractorPlate: 'ab12 cde', trailerPlate: 'QT123ZZ', country: 'gb', hiddenIn: 'load-space', entryMethod: 'roof-cut',
    seals: 'intact', sealNumbers: 'S-0091', cable: 'intact', lock: 'none',
  },
  papers: {
    checklist: 'seen', instructions: 'not-seen', driverName: 'Test Driver', ownerCompany: 'Test Haulage SRL', language: 'Romanian', interpreter: 'telephone',
    statement: 'I heard knocking and rang the police.', lastStopPlace: 'Abbeville', lastStopOn: '2026-03-10', lastStopTime: '06:30', lastCheckOn: '2026-03-10', lastCheckTime: '07:00', lastCheckHow: 'Walked round',
  },
  scene: { people: 'with-us', officers: 'Ada\nBen', vehicleOutcome: 'released' },
} as const
