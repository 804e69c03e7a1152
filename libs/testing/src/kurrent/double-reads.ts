import type { DoubleLog, DoubleRecord } from './double-log.js';
import type { ReadRequest } from './double-wire.js';

type Options = NonNullable<ReturnType<ReadRequest['getOptions']>>;
const BACKWARDS = 1;

/** What a read asks for, in its order; its count is the caller's to apply. Reads begin at the place, subscriptions after. */
export function recordsOf(log: DoubleLog, options: Options): readonly DoubleRecord[] | 'missing' {
  const stream = options.getStream();
  if (stream) {
    const name = Buffer.from(stream.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
    const records = log.stream(name);
    if (records.length === 0) return 'missing';
    const from = stream.hasRevision() ? Number(stream.getRevision()) : 0;
    if (isBackwards(options)) {
      const to = stream.hasRevision() ? from : records.length;
      return records.filter(({ revision }) => revision <= to).toReversed();
    }
    return records.filter(({ revision }) => revision >= from);
  }
  const wanted = log.records.filter((record) => passes(options, record));
  return isBackwards(options) ? wanted.toReversed() : wanted.filter((record) => isAfter(options, record));
}

function isBackwards(options: Options): boolean {
  return Number(options.getReadDirection()) === BACKWARDS;
}

function isAfter(options: Options, { position }: DoubleRecord): boolean {
  const all = options.getAll();
  if (all?.hasEnd()) return false;
  const from = all?.getPosition();
  if (!from) return true;
  const commit = BigInt(from.getCommitPosition());
  const prepare = BigInt(from.getPreparePosition());
  if (position.commit !== commit) return position.commit > commit;
  return options.hasSubscription() ? position.prepare > prepare : position.prepare >= prepare;
}

/** Whether the filter of a read or a subscription lets the record through. */
export function passes(options: Options, record: DoubleRecord): boolean {
  const filter = options.getFilter();
  if (!filter) return true;
  const byType = filter.getEventType();
  const expression = byType ?? filter.getStreamIdentifier();
  const subject = byType ? (record.metadata.get('type') ?? '') : record.stream;
  if (!expression) return true;
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return prefixes.some((prefix) => subject.startsWith(prefix));
  return new RegExp(expression.getRegex()).test(subject);
}
