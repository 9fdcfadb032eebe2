import type { ReplicatedTable } from '#platform/replication'

const fromCentre = (table: string): ReplicatedTable => ({ table, ownedBy: 'centre', seenByOtherPorts: true, stream: 'alerts' })
const alert = (table: string): ReplicatedTable => ({ table, ownedBy: 'port', seenByOtherPorts: true, stream: 'alerts' })
const shared = (table: string): ReplicatedTable => ({ table, ownedBy: 'port', seenByOtherPorts: true, stream: 'rest' })
const toCentre = (table: string): ReplicatedTable => ({ table, ownedBy: 'port', seenByOtherPorts: false, stream: 'rest' })

/** Every table whose rows travel between sites. One that is not here stays where it was written. */
export const replicatedTables: readonly ReplicatedTable[] = [
  fromCentre('platform.place'),
  fromCentre('watchlists.list'),
  fromCentre('watchlists.entry'),
  fromCentre('watchlists.list_tiers'),
  fromCentre('watchlists.error_matrix'),
  fromCentre('watchlists.version'),
  alert('watchlists.held'),
  alert('arrivals.hit'),
  alert('arrivals.camera_fault'),
  alert('platform.site_condition'),
  shared('arrivals.crossing'),
  shared('arrivals.crossing_plate'),
  shared('arrivals.evidence'),
  shared('arrivals.hold'),
  // A site asks in the lane nothing holds up; the pictures come in the one that holds nothing up.
  alert('arrivals.picture_request'),
  { table: 'arrivals.picture_copy', ownedBy: 'port', seenByOtherPorts: true, stream: 'images' },
  // Few and small, and the next port acts on them: they never wait behind a night's reads.
  alert('examinations.search'),
  alert('examinations.detection'),
  // Evidence and figures for the centre; the other ports have no use for them.
  toCentre('examinations.photo'),
  toCentre('arrivals.plate_read'),
  toCentre('arrivals.camera'),
  toCentre('arrivals.camera_day'),
  toCentre('arrivals.plate_correction'),
  toCentre('arrivals.camera_line'),
  toCentre('arrivals.camera_habit'),
  toCentre('history.entry'),
]

/** Tables whose rows name a site and stay where they were written, each with its reason. */
export const tablesThatStay: Readonly<Record<string, string>> = {
  'platform.heartbeat': 'travels by the replication kit itself, on every lane',
  'platform.proof_touch': 'travels by the replication kit itself, on every lane',
  'platform.proof_page': 'travels by the replication kit itself, on every lane',
  'platform.proof_found': 'what each site has found for itself',
  'platform.proof_read': 'how far each site has read for itself',
  'history.chain': 'each site alone appends to its own chain',
  'engagement.counted': 'the centre counts what it has received, by the site it happened at',
  'arrivals.image': 'pictures are files of the port that took them',
  'arrivals.camera_secret': 'passwords of a port’s cameras are sealed with that port’s key and are of use nowhere else',
  'arrivals.mapping': 'read only where its cameras post',
  'arrivals.quarantine': 'what a port could not understand is mended at that port',
}
