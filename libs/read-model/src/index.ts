export {
  ConsumerRows,
  type ParkedDecision,
  type ParkedMessage,
  type UnreadMessage,
} from './consumer-rows.js';
export type { CopyChunk, CopyConnection } from './copy.adapter.js';
export { documentProjection, upsertAll, type Documents } from './document.projection.js';
export { EmbeddedFault } from './embedded-binaries.adapter.js';
export { freePort } from './free-port.adapter.js';
export { EmbeddedCluster, type EmbeddedOptions } from './embedded.adapter.js';
export { Connections, databaseOf, roleOf, type ClusterAddress, type Entity } from './connections.adapter.js';
export { BusinessDayRow, beginDay } from './business-day.rows.js';
export { CursorRow, SERVICE_SCHEMA_SQL, UNSYNCED } from './cursor.rows.js';
export { ProjectionStopped, type LogReader, type Projection } from './folding.js';
export { ProjectionRunner, type ProjectionStatus } from './projection.js';
export { RANGE_COLUMNS, RangeRow, heldAt, learnt } from './range.rows.js';
export { SHADOWS } from './shadow.schema.js';
export type { LeftRebuild, RebuildStep, Watching } from './rebuild.js';
export { NewerData, Provisioner, fingerprintOf, type MigrationClass, type ServicePlan } from './provision.js';
export { TenantDb, type Statement } from './tenant-db.js';
export {
  PersonReads,
  READS_DATABASE,
  READ_TABLES,
  type PersonReadFilter,
  type PersonReadRow,
} from './person-reads.js';
export { KEY_TABLES, PersonKeys, type KeptLedger, type KeyRow } from './person-keys.js';
export { SystemDatabase } from './system-database.js';
export { LogAnnouncer, LogListener } from './log-signals.adapter.js';
export { FACTS_ROLE, FACTS_SQL, PLATFORM_DATABASE, PlatformFacts } from './platform-facts.js';
