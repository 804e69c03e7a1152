// 3. From the call of append until the projection's rows and its cursor are committed.
import { Pump } from '../../libs/messaging/dist/index.js';
import { ProjectionRunner } from '../../libs/read-model/dist/index.js';
import { TYPE, clock, contextOf, encoded, newStream } from './store.mjs';
import { count, figure, interleaved, pause, percentile } from './figures.mjs';

const REPETITIONS = 5;
const IDLE_APPENDS = 60;
const BUSY_APPENDS = 400;
const BUSY_EVERY_MS = 5;
const EMMETT_APPENDS = 30;
const EMMETT_TURNS = 2;
const AIM = { p50: 5, p99: 20, emmett: 80 };

export async function lagFigures(bench, tenant, anchor) {
  const setup = bench.admin(tenant);
  await setup.query(`CREATE TABLE bench.seen (id uuid PRIMARY KEY, seq bigint NOT NULL);
    GRANT SELECT, INSERT, DELETE ON bench.seen TO lk_svc_bench`);
  await setup.end();
  const probe = new LagProbe(bench, contextOf(tenant));
  await probe.append();
  const { idle, busy } = await interleaved(REPETITIONS, {
    idle: () => probe.idle(),
    busy: () => probe.busy(),
  });
  await probe.stop();
  const theirs = anchor ? await emmettLag(anchor, contextOf(tenant)) : undefined;
  return [
    lagFigure('append → projection applied, idle', idle.flat(), theirs),
    lagFigure('append → projection applied, 200 appends/s', busy.flat()),
  ];
}

function lagFigure(what, samples, theirs) {
  const [half, worst] = [percentile(samples, 0.5), percentile(samples, 0.99)];
  const ratio = theirs && percentile(theirs, 0.5) / half;
  const beside = theirs ? `, p50 1/${count(ratio)} of emmett (${count(percentile(theirs, 0.5))} ms)` : '';
  return figure(what, `p50 ${half.toFixed(1)} ms, p99 ${worst.toFixed(1)} ms`, {
    beside: `${samples.length} appends${beside}`,
    aim: `p50 ≤ ${AIM.p50} ms, p99 ≤ ${AIM.p99} ms${theirs ? `, ≤ 1/${AIM.emmett} of emmett` : ''}`,
    well: half <= AIM.p50 && worst <= AIM.p99 && (ratio === undefined || ratio >= AIM.emmett),
  });
}

/** Idle, on a log that holds nothing else. */
async function emmettLag(anchor, ctx) {
  const samples = [];
  for (let turn = 0; turn < EMMETT_TURNS; turn += 1) {
    const work = Array.from({ length: EMMETT_APPENDS }, () =>
      encoded(ctx, newStream()).map(({ header, data }) => ({
        data: JSON.parse(data),
        metadata: JSON.parse(header),
      })),
    );
    samples.push(...(await anchor.do('lag', { work })).samples);
  }
  return samples;
}

class LagProbe {
  waiting = [];

  constructor(bench, ctx) {
    this.ctx = ctx;
    this.store = bench.store((tenant) => this.pump.wake(tenant));
    this.runner = new ProjectionRunner(bench.db, this.store, [projection()]);
    const follower = { name: 'bench', catchUp: (at, until) => this.catchUp(at, until) };
    const onError = (_tenant, _follower, error) => {
      throw error;
    };
    const head = (at) => this.store.head(at);
    this.pump = new Pump([[follower]], head, clock, { onCaughtUp: () => undefined, onError });
  }

  async catchUp(ctx, until) {
    const done = await this.runner.catchUp(ctx, until);
    this.release();
    return done;
  }

  release() {
    const [now, position] = [performance.now(), this.runner.position(this.ctx)];
    const applied = this.waiting.filter(({ seq }) => seq <= position);
    this.waiting = this.waiting.filter(({ seq }) => seq > position);
    for (const { began, resolve } of applied) resolve(now - began);
  }

  /** Resolves with the milliseconds until the event is applied. */
  async append() {
    const stream = newStream();
    const events = encoded(this.ctx, stream);
    const began = performance.now();
    const { seq } = await this.store.append(this.ctx, stream, events, -1);
    return new Promise((resolve) => {
      this.waiting.push({ seq, began, resolve });
    });
  }

  async idle() {
    const samples = [];
    for (let done = 0; done < IDLE_APPENDS; done += 1) {
      samples.push(await this.append());
      await pause(10);
    }
    return samples;
  }

  async busy() {
    const began = performance.now();
    const running = [];
    while (running.length < BUSY_APPENDS) {
      await pause(1);
      const due = Math.min(BUSY_APPENDS, Math.floor((performance.now() - began) / BUSY_EVERY_MS));
      while (running.length < due) running.push(this.append());
    }
    return Promise.all(running);
  }

  stop() {
    return this.pump.stop();
  }
}

function projection() {
  return {
    name: 'seen',
    types: [TYPE],
    tables: ['seen'],
    apply: (rows, event) => rows.query('INSERT INTO seen VALUES ($1, $2)', [event.header.id, event.seq]),
  };
}
