import type { JsonObject, XmlElement } from '#platform/wire-formats'
import { elementsNamed } from './in-message.ts'
import { onvifItem, onvifItemText } from './onvif-item.ts'

/** The same car told as an event of the camera's metadata stream (`CameraApplicationPlatform/LPR`, `ALPV.AllPlates`): the fields are simple items. */
export function axisEventsIn(root: XmlElement): readonly JsonObject[] {
  return elementsNamed(root, 'Data').filter(isAxisEvent).map((data) => {
    const told = (name: string): string | undefined => onvifItemText(data, name) ?? undefined
    return {
      carID: told('carID'), carState: told('carState'), plateText: told('text'), plateCountry: told('country'), plateConfidence: told('confidence'),
      carMoveDirection: told('carMoveDirection'), capture_timestamp: told('capture_timestamp'), roiID: told('roiID'),
    }
  })
}

function isAxisEvent(data: XmlElement): boolean {
  return onvifItem(data, 'text') !== undefined && onvifItem(data, 'carID') !== undefined
}
