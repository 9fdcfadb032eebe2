import { paris, timeOfDay, dayOf } from '#values'
import { formBody } from './form-body.ts'
import type { Message, SeenPlate, Sighting } from './sighting.ts'

/** One form an event, with the plate and the scene; the camera's clock is Paris time. */
export function writeHikvision(sighting: Sighting): readonly Message[] {
  return sighting.plates.map((seen, index) => formBody('boundary', [
    { head: ['Content-Disposition: form-data; name="anpr.xml"; filename="anpr.xml"', 'Content-Type: application/xml; charset="UTF-8"'], content: xmlOf(sighting, seen, `${sighting.eventId}${index}`) },
    { head: pictureHead('licensePlatePicture', seen.plateJpeg), content: seen.plateJpeg },
    { head: pictureHead('detectionPicture', seen.sceneJpeg), content: seen.sceneJpeg },
  ]))
}

function pictureHead(name: string, jpeg: Buffer): readonly string[] {
  return [`Content-Disposition: form-data; name="${name}.jpg"; filename="${name}.jpg"`, 'Content-Type: image/jpeg', `Content-Length: ${jpeg.length}`]
}

function xmlOf({ camera, at }: Sighting, { reading, country }: SeenPlate, eventId: string): string {
  const offset = Temporal.Instant.from(at).toZonedDateTimeISO(paris).offset
  const local = `${dayOf(at, paris)}T${timeOfDay(at, paris)}`
  const milliseconds = at.slice(-4, -1)
  return `<?xml version="1.0" encoding="UTF-8"?>
<EventNotificationAlert version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema">
<ipAddress>10.62.${camera.lane}.1</ipAddress>
<macAddress>02:00:00:00:0${camera.lane}:01</macAddress>
<channelID>1</channelID>
<dateTime>${local}.${milliseconds}${offset}</dateTime>
<activePostCount>1</activePostCount>
<eventType>ANPR</eventType>
<eventState>active</eventState>
<ANPR>
<country>0</country>
<licensePlate>${reading.text}</licensePlate>
<line>${camera.lane}</line>
<direction>forward</direction>
<confidenceLevel>${Math.round(reading.confidence * 100)}</confidenceLevel>
<plateCharBelieve>${reading.characters.map((share) => Math.round(share * 100)).join(',')}</plateCharBelieve>
<vehicleType>truck</vehicleType>
<vehicleInfo><vehileModel>0</vehileModel></vehicleInfo>
<pictureInfoList><pictureInfo><fileName>licensePlatePicture.jpg</fileName><type>licensePlatePicture</type><absTime>${local.replace(/\D/g, '')}${milliseconds}</absTime><pId>${eventId}</pId></pictureInfo></pictureInfoList>
<originalLicensePlate>${reading.text}</originalLicensePlate>
</ANPR>
<UUID>${eventId}</UUID>
<picNum>2</picNum>
<isDataRetransmission>false</isDataRetransmission>
<countryAbbreviation>${country}</countryAbbreviation>
</EventNotificationAlert>
`
}

/** What a camera says when leaves move in the wind. */
export function writeMotion({ camera, at }: Pick<Sighting, 'camera' | 'at'>): Message {
  const xml = `<EventNotificationAlert version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema"><ipAddress>10.62.${camera.lane}.1</ipAddress><dateTime>${at}</dateTime><eventType>VMD</eventType><eventState>active</eventState></EventNotificationAlert>`
  return { contentType: 'application/xml; charset="UTF-8"', body: Buffer.from(xml) }
}
