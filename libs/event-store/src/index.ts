export { appendEvents, type Entry } from './append.js';
export { encodeEvents, hashBody, type CommandStamp } from './codec.js';
export { evolvingOf, foldEvents, handle, type Envelope, type Handled } from './handle.js';
export {
  MoveRefused,
  endOf,
  moveLog,
  proofOf,
  proveSame,
  type LogEnd,
  type LogTarget,
  type Moved,
  type MovedEvent,
} from './moving.js';
export * from './port.js';
export {
  PostgresEventStore,
  type Connect,
  type CopyConnection,
  type OpenCopy,
  type SqlRunner,
} from './postgres.js';
export { FENCE_SQL, IS_FENCED_SQL, RESTORE_SQL, UNFENCE_SQL } from './postgres.moving.js';
export { LOG_SCHEMA_SQL, readerLogSql, serviceLogSql } from './postgres.schema.js';
export { PLATFORM_REGISTRY, registerSql, type LogRegistry } from './registry.js';
export { RoutedEventStore } from './routed.js';
export { KurrentClient } from './kurrent/client.adapter.js';
export { Count } from './kurrent/count.js';
export { KurrentEventStore } from './kurrent/kurrent.js';
export { type KurrentLink } from './kurrent/link.js';
export { type LiveEvents, type Ticks } from './kurrent/live.adapter.js';
export { KurrentLogs, type ConnectionOf } from './kurrent/logs.js';
export { MarkFiles } from './kurrent/mark-files.js';
export { MARK_EVERY, MarksInMemory, type Mark, type MarkStore } from './kurrent/marks.js';
