import { dayInHoChiMinh, type Clock, type Instant, type IsoDate } from '@lien-ket/kernel';

const LOOK_MS = 2_000;

/** True time, and the day of a demonstration that another process moves: asked before each request, and now and then. */
export class DemoClock implements Clock {
  private day: IsoDate | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly read: () => Promise<IsoDate | undefined>) {
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), LOOK_MS);
    this.timer.unref();
  }

  now(): Instant {
    return new Date().toISOString();
  }

  businessDate(): IsoDate {
    return this.day ?? dayInHoChiMinh(this.now());
  }

  async refresh(): Promise<void> {
    this.day = await this.read();
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
