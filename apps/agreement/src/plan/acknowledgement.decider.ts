import type { AcknowledgementEvent, CommandOf, acknowledgementCommands } from '@lien-ket/contracts';
import { DomainError, type Decider } from '@lien-ket/kernel';
import type { Sent } from '@lien-ket/runtime';

/** The recall as it lies before the sender, and the concerned organisation for which the sender acts. */
export type AcknowledgementCommand = CommandOf<typeof acknowledgementCommands> & {
  readonly plan: { readonly tenant: string; readonly id: string };
  readonly recall: string | null;
  readonly from: { readonly id: string; readonly name: string } | null;
  readonly sharedWith: readonly string[];
};

/** Xác nhận đã nhận thu hồi: once by each who is concerned, in its own log. */
export const acknowledgementDecider: Decider<
  { readonly given: boolean },
  Sent<AcknowledgementCommand>,
  AcknowledgementEvent
> = {
  aggregate: 'acknowledgement',
  initialState: () => ({ given: false }),
  decide({ plan, recall, from, note, sharedWith }, { given }) {
    if (recall === null) throw new DomainError('conflict', 'plan.notRecalled');
    if (from === null) throw new DomainError('forbidden', 'rights.organisation');
    if (given) return [];
    const data = {
      plan,
      recall,
      organisationId: from.id,
      organisation: from.name,
      ...(note ? { note } : {}),
      ...(sharedWith.length > 0 ? { sharedWith: [...sharedWith] } : {}),
    };
    return [{ type: 'lk.agreement.acknowledgement.given.v1', data }];
  },
  evolve: () => ({ given: true }),
};
