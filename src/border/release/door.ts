export { keyFromSeed, signed, verified, type SigningKey } from './message/sign.feed.ts'
export type { PartnerMessage } from './message/message.ts'
export { seePartners, seeReleased } from './rights.ts'
export { releasedAbout } from './vehicle/released-about.page.ts'
