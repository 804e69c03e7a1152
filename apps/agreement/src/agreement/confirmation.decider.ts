import type { CommandOf, ConfirmationEvent, confirmationCommands } from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider } from '@lien-ket/kernel';
import type { Sent } from '@lien-ket/runtime';

/** The agreement as it was received: its owner, and the version and hash that lie before the sender. */
export interface ReceivedAgreement {
  readonly tenant: string;
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}
export type ConfirmationCommand = CommandOf<typeof confirmationCommands> & {
  readonly received?: ReceivedAgreement;
};

export interface ConfirmationFold {
  readonly version: number;
  readonly answer: 'confirmed' | 'refused' | null;
}

/** Xác nhận: says that the record matches the paper. Validity comes from the signature and never waits for it. */
export const confirmationDecider: Decider<ConfirmationFold, Sent<ConfirmationCommand>, ConfirmationEvent> = {
  aggregate: 'confirmation',
  initialState: () => ({ version: 0, answer: null }),
  decide(command, confirmation) {
    const { received } = command;
    if (!received) throw new DomainError('notFound', 'notFound');
    if (received.version !== command.version || received.hash !== command.hash) {
      throw new DomainError('conflict', 'agreement.otherVersion', { version: received.version });
    }
    const data = {
      agreement: { tenant: received.tenant, id: received.id },
      version: command.version,
      hash: command.hash,
      sharedWith: [received.tenant],
    };
    if (
      confirmation.version === command.version &&
      confirmation.answer === `${command.type}${command.type === 'confirm' ? 'ed' : 'd'}`
    )
      return [];
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
        return { version: event.data.version, answer: 'confirmed' };
      case 'lk.agreement.confirmation.refused.v1':
        return { version: event.data.version, answer: 'refused' };
    }
    return unreachable(event);
  },
};
