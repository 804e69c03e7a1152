export { LOG_CODES, type LogCode } from './log-codes.js';
export {
  describeError,
  logFieldsOf,
  serviceLogger,
  traceFieldsOf,
  withoutValues,
  type LogFields,
  type LogOutput,
  type ServiceLogger,
} from './logger.adapter.js';
export { METRICS, type Metric, type MetricName } from './metrics.js';
export {
  count,
  install,
  observe,
  openSpan,
  record,
  recording,
  stopwatch,
  traced,
  type Attributes,
  type OpenSpan,
  type Reading,
  type Recorder,
  type SpanStart,
} from './recorder.js';
export { startTelemetry } from './start.js';
export { formatTraceparent, parseTraceparent, traceIdOf } from './traceparent.js';
