import { dayInHoChiMinh, type Clock, type Instant, type IsoDate } from '@lien-ket/kernel';

/** True time, and the platform's business day: today at Asia/Ho_Chi_Minh, or the demonstration's own. */
export class PlatformClock implements Clock {
  private day: IsoDate | undefined;

  now(): Instant {
    return new Date().toISOString();
  }

  businessDate(): IsoDate {
    return this.day ?? dayInHoChiMinh(this.now());
  }

  /** Sets the demonstration day; undefined goes back to today. */
  setDay(day: IsoDate | undefined): void {
    this.day = day;
  }
}

export function milliseconds(): number {
  return Date.now();
}
