export { commandOn, createBy, type Call, type Resource, type Sent } from './http.js';
export { Runtime, type ProcessParts, type ServiceSpec } from './runtime.js';
