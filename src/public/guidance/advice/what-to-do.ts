import { citationOfAction, say, type Words } from '#law'
import type { Citation } from '#values'

/** One thing to do, and the provision that asks for it where there is one. */
interface Act extends Words {
  readonly provision?: Citation
}

interface WhereItIs {
  readonly id: string
  readonly where: Words
  readonly acts: readonly Act[]
}

/** What a driver who suspects somebody inside has to do, by where the vehicle is. Regulation 3D asks the same for vehicles that carry no goods. */
export const whatToDo: readonly WhereItIs[] = [
  {
    id: 'before',
    where: say('Before the control: on the road, at a stop, near the port', 'Avant le contrôle : sur la route, à l’arrêt, près du port'),
    acts: [
      { ...say('Do not drive to the control. Do not board the ferry or the shuttle.', 'Ne roulez pas jusqu’au contrôle. N’embarquez ni sur le ferry ni sur la navette.'), provision: citationOfAction('2D(5)') },
      { ...say('Tell the local police, as soon as you can: 112 from any phone, in any EU country.', 'Prévenez la police locale, dès que possible : le 112, de tout téléphone, dans toute l’Union européenne.'), provision: citationOfAction('2D(2)') },
      say('Stay where you can be seen and where you are safe until they come.', 'Restez en vue et en sécurité jusqu’à leur arrivée.'),
    ],
  },
  {
    id: 'at',
    where: say('At the control: Calais, Coquelles, Dunkerque', 'Au contrôle : Calais, Coquelles, Dunkerque'),
    acts: [
      { ...say('Tell an immigration officer at once, before anyone asks you. Any officer in uniform will call one.', 'Prévenez tout de suite un agent de l’immigration, avant qu’on vous le demande. Tout agent en uniforme en appellera un.'), provision: citationOfAction('2D(4)') },
      { ...say('Tell the officer too of any damage, or of a lock, seal or cable that was touched, repaired or replaced.', 'Signalez aussi tout dommage, et tout verrou, scellé ou câble touché, réparé ou remplacé.'), provision: citationOfAction('2D(4)') },
    ],
  },
  {
    id: 'after',
    where: say('In the United Kingdom', 'Au Royaume-Uni'),
    acts: [
      say('Stop where it is safe, and stay in your cab.', 'Arrêtez-vous en lieu sûr et restez dans la cabine.'),
      say('Call the police: 999 or 112.', 'Appelez la police : 999 ou 112.'),
    ],
  },
]
