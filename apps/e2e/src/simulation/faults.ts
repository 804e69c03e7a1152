/** The process is gone in the middle of what it did: nothing of it runs on. */
export class Crash extends Error {
  constructor() {
    super('the process was killed');
    this.name = 'Crash';
  }
}

/** A store or broker that is away; `before` it did what was asked, or `after`, so that only the answer is lost. */
export interface Fault {
  readonly kind: 'crash' | 'outage';
  readonly when: 'before' | 'after';
  /** So many operations from now. */
  countdown: number;
}

/** Every operation of a process on a store or a broker passes here; what was armed happens at one of them. */
export class FaultPoint {
  private armed: Fault | undefined;
  private dead = false;
  operations = 0;

  arm(fault: Fault): void {
    this.armed ??= fault;
  }

  disarm(): void {
    this.armed = undefined;
  }

  get isDead(): boolean {
    return this.dead;
  }

  async around<T>(operation: () => Promise<T>): Promise<T> {
    if (this.dead) throw new Crash();
    this.operations += 1;
    const fault = this.due();
    if (fault?.when === 'before') throw this.happen(fault);
    const answer = await operation();
    if (fault?.when === 'after') throw this.happen(fault);
    return answer;
  }

  private due(): Fault | undefined {
    const { armed } = this;
    if (!armed || (armed.countdown -= 1) > 0) return undefined;
    this.armed = undefined;
    return armed;
  }

  private happen({ kind }: Fault): Error {
    if (kind === 'outage') return Object.assign(new Error('connection reset'), { code: 'ECONNRESET' });
    this.dead = true;
    return new Crash();
  }
}
