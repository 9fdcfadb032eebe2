export type * from './carrier.ts'
export { notifyCarrier, type NotifySettings, type NotifyTools } from './notify.ts'
export { notifyToken, readNotifyKey, type NotifyKey } from './notify-token.ts'
export { printFolder } from './print-folder.ts'
