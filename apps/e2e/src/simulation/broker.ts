import { createHash } from 'node:crypto';
import { addressOf, type Arrived, type Outgoing, type Sender } from '@lien-ket/messaging';
import type { Chance } from './chance.js';
import type { FaultPoint } from './faults.js';

const PARTITIONS = 2;

interface Group {
  readonly committed: Map<string, number>;
  readonly read: Map<string, number>;
}

export interface Place {
  readonly topic: string;
  readonly partition: number;
}

/**
 * A broker that keeps no more than its documents promise: at least once, order within a partition only, an answer to a
 * send that may be lost after all or part of it was stored, and records that can be lost altogether.
 */
export class SimBroker {
  private readonly stored = new Map<string, (Outgoing | undefined)[]>();
  private readonly groups = new Map<string, Group>();
  /** Probability that a send's answer is lost. */
  unsure = 0;
  lost = 0;
  sent = 0;

  constructor(private readonly chance: Chance) {}

  /** How a process sends: its own death and a store's outage come through its fault point. */
  sender(point: FaultPoint): Sender {
    return {
      send: (messages) => point.around(() => this.send(messages)),
      partitions: (topic) => Promise.resolve([...Array(partitionsOf(topic)).keys()]),
      close: () => Promise.resolve(),
    };
  }

  private async send(messages: readonly Outgoing[]): Promise<void> {
    const fails = this.chance.happens(this.unsure);
    const kept = fails ? this.chance.below(messages.length + 1) : messages.length;
    for (const message of messages.slice(0, kept)) this.store(message);
    if (fails) throw Object.assign(new Error('request timed out'), { code: 'ETIMEDOUT' });
  }

  private store(message: Outgoing): void {
    const partition = message.partition ?? partitionOf(message);
    const place = keyOf({ topic: message.topic, partition });
    this.stored.set(place, [...(this.stored.get(place) ?? []), message]);
    this.sent += 1;
  }

  /** Loses one stored record, as a leader that failed before its followers had it. False when there is none. */
  lose(): boolean {
    const places = [...this.stored];
    if (places.length === 0) return false;
    const [, records] = this.chance.pick(places);
    const at = this.chance.below(records.length);
    if (records[at] === undefined) return false;
    records[at] = undefined;
    this.lost += 1;
    return true;
  }

  /** Places of these topics where the group has something to read. */
  waiting(group: string, topics: readonly string[]): Place[] {
    const { read } = this.groupOf(group);
    return topics.flatMap((topic) =>
      [...Array(partitionsOf(topic)).keys()]
        .map((partition) => ({ topic, partition }))
        .filter((place) => (read.get(keyOf(place)) ?? 0) < (this.stored.get(keyOf(place))?.length ?? 0)),
    );
  }

  /** Hands over the next record of a place; undefined where it was lost. */
  next(group: string, place: Place): Arrived | undefined {
    const offset = this.groupOf(group).read.get(keyOf(place)) ?? 0;
    const record = this.stored.get(keyOf(place))?.[offset];
    return record && arrivedOf(record, place, offset);
  }

  /** What was handed over is done; whether the broker knows it is another matter. */
  done(group: string, place: Place, commit: boolean): void {
    const { read, committed } = this.groupOf(group);
    const offset = (read.get(keyOf(place)) ?? 0) + 1;
    read.set(keyOf(place), offset);
    if (commit) committed.set(keyOf(place), offset);
  }

  /** A new member, a rebalance or a restart: reading begins at what is known to be committed. */
  rewind(group: string): void {
    const { read, committed } = this.groupOf(group);
    read.clear();
    for (const [place, offset] of committed) read.set(place, offset);
  }

  private groupOf(name: string): Group {
    const known = this.groups.get(name);
    if (known) return known;
    const made = { committed: new Map<string, number>(), read: new Map<string, number>() };
    this.groups.set(name, made);
    return made;
  }
}

function keyOf({ topic, partition }: Place): string {
  return `${topic}/${partition}`;
}

function partitionsOf(topic: string): number {
  return addressOf(topic)?.kind === 'share' ? 1 : PARTITIONS;
}

function partitionOf({ topic, key = '' }: Outgoing): number {
  return (createHash('md5').update(key).digest()[0] ?? 0) % partitionsOf(topic);
}

function arrivedOf({ key, headers, value }: Outgoing, place: Place, offset: number): Arrived {
  const bytes = Object.entries(headers).map(([name, one]) => [name, Buffer.from(one)]);
  return {
    ...place,
    offset: String(offset),
    key: key ?? null,
    headers: Object.fromEntries(bytes) as Arrived['headers'],
    value,
  };
}
