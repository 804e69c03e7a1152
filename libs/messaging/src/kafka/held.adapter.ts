import { describeError, type ServiceLogger } from '@lien-ket/telemetry';

interface Holding {
  attempts: number;
  timer: NodeJS.Timeout | undefined;
}

const FIRST_MS = 250;
const LONGEST_MS = 15_000;

/** Partitions that wait because their message failed, each by itself: backoff doubles, with jitter. */
export class Held {
  private readonly places = new Map<string, Holding>();

  constructor(private readonly logger: ServiceLogger) {}

  names(): string[] {
    return [...this.places].filter(([, { timer }]) => timer !== undefined).map(([place]) => place);
  }

  hold(place: string, resume: () => void, error: unknown): void {
    const holding = this.places.get(place) ?? { attempts: 0, timer: undefined };
    this.places.set(place, holding);
    const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** holding.attempts);
    holding.attempts += 1;
    this.logger.warn('message.held', { place, attempts: holding.attempts, ...describeError(error) });
    holding.timer = setTimeout(
      () => {
        holding.timer = undefined;
        resume();
      },
      base * (0.5 + Math.random() / 2),
    );
  }

  passed(place: string): void {
    const holding = this.places.get(place);
    if (holding?.timer) clearTimeout(holding.timer);
    if (holding) this.places.delete(place);
  }

  release(): void {
    for (const { timer } of this.places.values()) clearTimeout(timer);
    this.places.clear();
  }
}
