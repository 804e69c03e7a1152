export { TestCluster, type Plan } from './cluster.adapter.js';
export type { DyingOrders } from './dying-rebuild.adapter.js';
export {
  FoldedThingRow,
  FoldedThings,
  foldedThings,
  storeOf,
  type FoldedThing,
} from './folded-things.adapter.js';
export { contextOf } from './contexts.js';
export { freePort } from '@lien-ket/read-model';
export {
  doubledDriver,
  kurrentDriver,
  postgresDriver,
  type LogDriver,
  type PostgresDriver,
} from './drivers.adapter.js';
export { kurrentServers, loadOfSpecs, mayAddGolden } from './load.config.js';
export { KurrentDouble, type DoubleFaults } from './kurrent/kurrent-double.adapter.js';
export { createdTimes } from './kurrent/raw-client.js';
export { Stress, stressPlan } from './stress.adapter.js';
export { ServiceBench, databasePlanOf, type Answer, type Benched } from './service-bench.adapter.js';
export { NOTE_TYPE, THINGS, THING_TYPE, kurrentProcess, thingEvents, wholeLog } from './things.js';
export { meetingOf } from './meeting.js';
export { received } from './received.js';
export { AuditedLogs } from './audited-logs.adapter.js';
export { LogOfLogsWorld, fileInLines, ownNoteOf } from './audit-logs.js';
export { AuditWorld, WorldKeys, type WorldEvent } from './audit-world.js';
export {
  amendmentStream,
  disagreements,
  judge,
  judged,
  lastJudged,
  madeHistory,
  planScope,
  planStream,
  planStreams,
  sealedPhone,
  worldKeys,
} from './audit-judge.js';
export {
  categoriesOf,
  committedDigests,
  digestOf,
  foldedDigests,
  keptStreams,
  type AnyDecider,
} from './replay.js';
