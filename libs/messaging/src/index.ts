export {
  Consumer,
  commandIdOf,
  contextOfMessage,
  contextOfTenant,
  type ConsumerLog,
  type ConsumerStore,
  type Handler,
  type Pause,
} from './consumer.js';
export { EmbeddedLogStrategy } from './embedded-strategy.js';
export { Pump, pause, type Follower, type PumpEvents } from './pump.adapter.js';
export { Reacts } from './reacts.js';
