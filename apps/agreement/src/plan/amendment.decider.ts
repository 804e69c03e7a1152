import type {
  AmendmentEvent,
  AmendmentView,
  CommandOf,
  PlanChange,
  amendmentCommands,
} from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider } from '@lien-ket/kernel';
import { requireTouch } from '@lien-ket/access';
import type { Sent } from '@lien-ket/runtime';

export type AmendmentCommand =
  | (CommandOf<typeof amendmentCommands> & { readonly ownerId?: string; readonly baseRevision?: number })
  | { readonly type: 'close'; readonly planEventId: string };

export interface AmendmentFold {
  readonly state: AmendmentView['state'] | null;
  readonly planId: string;
  readonly baseRevision: number;
  readonly ownerId: string;
  readonly reason: string;
  readonly changes: readonly PlanChange[];
  readonly difficulties: readonly string[];
  readonly sentBackReasons: string | null;
}

/** Đề nghị điều chỉnh: proposed, reviewed, and closed as a reaction to the act in the plan's stream. */
export const amendmentDecider: Decider<AmendmentFold, Sent<AmendmentCommand>, AmendmentEvent> = {
  aggregate: 'amendment',
  initialState: () => ({
    state: null,
    planId: '',
    baseRevision: -1,
    ownerId: '',
    reason: '',
    changes: [],
    difficulties: [],
    sentBackReasons: null,
  }),
  decide(command, amendment) {
    switch (command.type) {
      case 'create':
        if (amendment.state !== null) throw new DomainError('conflict', 'amendment.exists');
        return [
          {
            type: 'lk.agreement.amendment.proposed.v1',
            data: {
              planId: command.planId,
              baseRevision: command.baseRevision ?? -1,
              reason: command.reason,
              changes: command.changes,
              ...(command.difficulties.length > 0 ? { difficulties: command.difficulties } : {}),
              ownerId: command.ownerId ?? '',
            },
          },
        ];
      case 'submit':
        requireTouch(command.by, [amendment.ownerId]);
        mayBe(amendment, ['proposed', 'retracted', 'sentBack']);
        return [{ type: 'lk.agreement.amendment.submitted.v1', data: { note: command.note } }];
      case 'retract':
        requireTouch(command.by, [amendment.ownerId]);
        mayBe(amendment, ['proposed', 'submitted']);
        return [{ type: 'lk.agreement.amendment.retracted.v1', data: { note: command.note } }];
      case 'sendBack':
        mayBe(amendment, ['submitted']);
        return [{ type: 'lk.agreement.amendment.sentBack.v1', data: { reasons: command.reasons } }];
      case 'close':
        if (amendment.state === null || amendment.state === 'decided') return [];
        return [{ type: 'lk.agreement.amendment.decided.v1', data: { planEventId: command.planEventId } }];
    }
    return unreachable(command);
  },
  evolve(amendment, event) {
    switch (event.type) {
      case 'lk.agreement.amendment.proposed.v1':
        return { ...amendment, difficulties: [], ...event.data, state: 'proposed' };
      case 'lk.agreement.amendment.submitted.v1':
        return { ...amendment, state: 'submitted' };
      case 'lk.agreement.amendment.retracted.v1':
        return { ...amendment, state: 'retracted' };
      case 'lk.agreement.amendment.sentBack.v1':
        return { ...amendment, state: 'sentBack', sentBackReasons: event.data.reasons };
      case 'lk.agreement.amendment.decided.v1':
        return { ...amendment, state: 'decided' };
    }
    return unreachable(event);
  },
};

function mayBe(amendment: AmendmentFold, states: readonly AmendmentView['state'][]): void {
  if (amendment.state === null || !states.includes(amendment.state)) {
    throw new DomainError('conflict', 'amendment.wrongState', { state: amendment.state ?? 'none' });
  }
}
