export { commandIdOf, contextOfMessage, contextOfTenant } from './contexts.js';
export { Consumer, type ConsumerParts, type Handler, type Pause } from './consumer.js';
export type { ConsumerLog, ConsumerStore } from './consumer-store.js';
export { BrokerStrategy, EmbeddedLogStrategy, type OpenTransport } from './strategies.js';
export type { Arrived, Outgoing, Sender, Subscription, SubscriptionState, Take } from './broker.js';
export { Outbox, type OutboxCursor, type OutboxLog, type Sign } from './outbox.js';
export { Receiver, unreadOf, type ReceiverStore, type Unread } from './receiver.js';
export { forgery, signed, type PublisherKeys, type SigningKey } from './signature.js';
export { addressOf, serviceTopics, topicOf, type Address } from './topics.js';
export { TICK, Unreadable, decodeMessage, encodeMessage, encodeTick, isTick, type Tick } from './wire.js';
export {
  ensureRights,
  ensureTopics,
  probe,
  type Principal,
  type TopicSettings,
} from './kafka/admin.adapter.js';
export { kafkaClient, type KafkaAddress } from './kafka/client.adapter.js';
export { KafkaSender } from './kafka/sender.adapter.js';
export { KafkaSubscription } from './kafka/subscription.adapter.js';
export { Pump, pause, type Follower, type PumpEvents } from './pump.adapter.js';
export { Reacts } from './reacts.js';
