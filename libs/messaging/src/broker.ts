/** A message on its way to a broker. */
export interface Outgoing {
  readonly topic: string;
  /** The stream: messages of one key keep their order. Absent: the partition is named. */
  readonly key?: string;
  readonly partition?: number;
  readonly headers: Readonly<Record<string, string | Buffer>>;
  readonly value: Buffer;
}

/** A message as a broker handed it over: nothing of it is believed before it was checked. */
export interface Arrived {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, Buffer | undefined>>;
  readonly value: Buffer | null;
}

/** What the relay needs of a broker; kafkajs stands behind it in one folder only. */
export interface Sender {
  /**
   * Resolves when the broker has acknowledged all of them (acks=all). A rejection means unknown: some, all or none may
   * have arrived, so the same messages are sent again.
   */
  send(messages: readonly Outgoing[]): Promise<void>;
  /** Partitions of a topic; [] when there is no such topic. */
  partitions(topic: string): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Takes one message; the place is committed only after it resolves. A rejection holds this partition and no other. */
export type Take = (message: Arrived) => Promise<void>;

/** How a subscription stands, for readiness. */
export interface SubscriptionState {
  readonly running: boolean;
  /** Partitions that wait for a failing message, by topic. */
  readonly held: readonly string[];
  readonly rebuilt: number;
}

export interface Subscription {
  state(): SubscriptionState;
  close(): Promise<void>;
}
