export * from './context.js';
export * from './dates.js';
export * from './day-to-come.js';
export * from './decider.js';
export * from './errors.js';
export * from './events.js';
export * from './ids.js';
export * from './text.js';
