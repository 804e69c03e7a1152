export { TestCluster, type Plan } from './cluster.adapter.js';
export { contextOf } from './contexts.js';
