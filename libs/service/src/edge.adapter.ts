import { randomBytes } from 'node:crypto';
import { dayInHoChiMinh, uuid7, type Clock } from '@lien-ket/kernel';
import type { IdSource } from './ports.js';

/** UUIDv7 of the true time and ten random bytes. */
export const randomIds: IdSource = { uuid: () => uuid7(Date.now(), randomBytes(10)) };

/** The true time; its business day is today at Asia/Ho_Chi_Minh. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  businessDate: () => dayInHoChiMinh(new Date().toISOString()),
};

const CLOSE_WITHIN_MS = 5000;

interface Closing {
  readonly withinMs?: number;
  /** What must not outlive the process, when it ends before all is closed. */
  readonly onLimit?: () => void;
}

/**
 * Closes once, whoever asks and however often: a second signal is no reason to hurry, as terminals and process
 * managers send several. What has not closed in time is left to the end of the process.
 */
export function closeOnSignals(
  close: () => Promise<void>,
  { withinMs = CLOSE_WITHIN_MS, onLimit = () => undefined }: Closing = {},
): () => void {
  let closing = false;
  const begin = (): void => {
    if (closing) return;
    closing = true;
    setTimeout(() => {
      onLimit();
      process.exit(1);
    }, withinMs).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  const signals = ['SIGTERM', 'SIGINT'] as const;
  for (const signal of signals) process.on(signal, begin);
  return () => signals.forEach((signal) => process.off(signal, begin));
}

/** Ends connections that outlast a closing server (streams, idle keep-alive), so that closing takes no longer than this. */
export function endConnectionsAfter(end: () => void, ms: number): () => void {
  const timer = setTimeout(end, ms).unref();
  return () => clearTimeout(timer);
}
