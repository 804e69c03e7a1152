export { TestCluster, type Plan } from './cluster.adapter.js';
export { contextOf } from './contexts.js';
export { loadOfSpecs } from './load.config.js';
export { Stress, stressPlan } from './stress.adapter.js';
export { ServiceBench, type Answer, type Benched } from './service-bench.adapter.js';
