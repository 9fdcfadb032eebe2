export type * from './carrier.ts'
export { notifyCarrier, type NotifySettings, type NotifyTools } from './notify.ts'
export { notifyToken, readNotifyKey, type NotifyKey } from './notify-token.ts'
export { printFolder, printRoom } from './print-folder.ts'
