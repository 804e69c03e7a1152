import type { CommandOf, ConfirmationEvent, confirmationCommands } from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider } from '@lien-ket/kernel';
import type { Sent } from '@lien-ket/runtime';

/** The agreement as it was received: its owner, and what lies before the sender. */
export interface ReceivedAgreement {
  readonly tenant: string;
  readonly id: string;
  /** The newest version. */
  readonly version: number;
  /** What can be answered: the newest version, and each extension by its own. */
  readonly open: readonly { readonly version: number; readonly hash: string }[];
}
export type ConfirmationCommand = CommandOf<typeof confirmationCommands> & {
  readonly received?: ReceivedAgreement;
};

/** What was answered, in that order. */
export interface ConfirmationFold {
  readonly answers: readonly { readonly version: number; readonly answer: 'confirmed' | 'refused' }[];
}

/** Xác nhận: says that the record matches the paper. Validity comes from the signature and never waits for it. */
export const confirmationDecider: Decider<ConfirmationFold, Sent<ConfirmationCommand>, ConfirmationEvent> = {
  aggregate: 'confirmation',
  initialState: () => ({ answers: [] }),
  decide(command, confirmation) {
    const { received } = command;
    if (!received) throw new DomainError('notFound', 'notFound');
    if (!received.open.some(({ version, hash }) => version === command.version && hash === command.hash)) {
      throw new DomainError('conflict', 'agreement.otherVersion', { version: received.version });
    }
    const data = {
      agreement: { tenant: received.tenant, id: received.id },
      version: command.version,
      hash: command.hash,
      sharedWith: [received.tenant],
    };
    const before = confirmation.answers.findLast(({ version }) => version === command.version);
    if (before?.answer === (command.type === 'confirm' ? 'confirmed' : 'refused')) return [];
    switch (command.type) {
      case 'confirm':
        return [{ type: 'lk.agreement.confirmation.confirmed.v1', data }];
      case 'refuse':
        return [{ type: 'lk.agreement.confirmation.refused.v1', data: { ...data, reason: command.reason } }];
    }
    return unreachable(command);
  },
  evolve(confirmation, event) {
    switch (event.type) {
      case 'lk.agreement.confirmation.confirmed.v1':
        return answered(confirmation, event.data.version, 'confirmed');
      case 'lk.agreement.confirmation.refused.v1':
        return answered(confirmation, event.data.version, 'refused');
    }
    return unreachable(event);
  },
};

function answered(
  { answers }: ConfirmationFold,
  version: number,
  answer: 'confirmed' | 'refused',
): ConfirmationFold {
  return { answers: [...answers, { version, answer }] };
}
