export { appendEvents, type Entry } from './append.js';
export { encodeEvents, hashBody, type CommandStamp } from './codec.js';
export { evolvingOf, foldEvents, handle, type Envelope, type Handled } from './handle.js';
export * from './port.js';
export {
  PostgresEventStore,
  type Connect,
  type CopyConnection,
  type OpenCopy,
  type SqlRunner,
} from './postgres.js';
export { LOG_SCHEMA_SQL, readerLogSql, serviceLogSql } from './postgres.schema.js';
