export { commandOn, createBy, type Call, type Resource, type Sent } from './http.js';
export { Runtime, type ProcessParts, type ServiceSpec } from './runtime.js';
export { startAlone } from './standalone.adapter.js';
export { eventStoresOf } from './stores.config.js';
export { listenTo } from './listening.js';
export { rolePassword, standaloneConfig, type StandaloneConfig } from './standalone.config.js';
