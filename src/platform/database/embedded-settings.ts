import { release } from 'node:os'

/** What a site asks of the PostgreSQL it runs for itself. */
export interface EmbeddedSettings {
  /** Rehearsals give up safety for speed: their rows need not outlive the machine. */
  readonly durable: boolean
}

/** Names and values as PostgreSQL reads them; the reasons stand beside those that are not the default. */
export function settingsFor({ durable }: EmbeddedSettings): Readonly<Record<string, string>> {
  return { ...safety(durable), ...replication, ...size, ...manners, ...network }
}

function safety(durable: boolean): Record<string, string> {
  const on = durable ? 'on' : 'off'
  return { fsync: on, full_page_writes: on, synchronous_commit: on, data_sync_retry: 'off', ...recovery() }
}

/** Nothing listens on the network: other sites come in by certificate, through a door of ours that leads to the socket. */
const network = { listen_addresses: '', port: '5432' }

/**
 * After a crash everything is flushed before the log is read again. File by file that was most of a recovery (1.7 to 2.7 s against 0.4 s
 * for the file system as a whole, some 1,500 files, both on one busy machine). Linux reports its failures since 5.8; older, and elsewhere, it stays file by file.
 */
function recovery(): Record<string, string> {
  const [major = 0, minor = 0] = release().split('.').map(Number)
  const reports = process.platform === 'linux' && (major > 5 || (major === 5 && minor >= 8))
  return reports ? { recovery_init_sync_method: 'syncfs' } : {}
}

const replication = {
  wal_level: 'logical',
  // The centre serves three lanes to each of a dozen ports, hears three from each, and copies tables beside them at the first meeting.
  max_wal_senders: '64',
  max_replication_slots: '64',
  max_active_replication_origins: '96',
  max_logical_replication_workers: '48',
  max_worker_processes: '56',
  max_sync_workers_per_subscription: '2',
  // A day's cut is about 100 MB at a port; forty times that before a slot is given up rather than the disk filled.
  max_slot_wal_keep_size: '4GB',
  // How soon a healed link is tried again; the default of five seconds would be seen at the lane.
  wal_retrieve_retry_interval: '500ms',
  wal_sender_timeout: '10s',
  wal_receiver_timeout: '10s',
}

const size = {
  max_connections: '100',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  max_parallel_workers: '2',
  // Saves three processes a site; a site's tables fit into memory.
  io_method: 'sync',
}

const manners = {
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  password_encryption: 'scram-sha-256',
  idle_in_transaction_session_timeout: '60s',
  log_min_messages: 'warning',
}
