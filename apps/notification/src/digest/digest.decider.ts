import type { Decider } from '@lien-ket/kernel';
import type { DigestEvent } from '@lien-ket/contracts';
import type { Sent } from '@lien-ket/runtime';

/** Thư tóm tắt: one a day and organisation, instead of one per notice. */
export interface Digest {
  readonly sent: boolean;
}

export interface DigestCommand {
  readonly type: 'send';
  readonly data: DigestEvent['data'];
}

export const digestDecider: Decider<Digest, Sent<DigestCommand>, DigestEvent> = {
  aggregate: 'digest',
  initialState: () => ({ sent: false }),
  decide: ({ data }, { sent }) => (sent ? [] : [{ type: 'lk.notification.digest.sent.v1', data }]),
  evolve: () => ({ sent: true }),
};
