import { directiveEvents, type DirectiveEvent } from '@lien-ket/contracts';
import { idOf } from '@lien-ket/kernel';
import type { Projection } from '@lien-ket/read-model';
import { DirectiveDebtorRow } from './directive.rows.js';

type Naming = Extract<
  DirectiveEvent,
  { type: `lk.agreement.directive.${'deadlineSet' | 'deadlineCorrected'}.v1` }
>;

/** By whom to find a directive again when what it asked of them has to follow something else. */
export const directiveDebtorProjection: Projection = {
  name: 'directive-debtors',
  types: [directiveEvents.deadlineSet.type, directiveEvents.deadlineCorrected.type],
  tables: ['directive_debtor'],
  async apply(rows, { stream, type, data }) {
    const told = { type, data } as Naming;
    const set = told.type === 'lk.agreement.directive.deadlineSet.v1' ? told.data : told.data.deadline;
    for (const debtorId of set?.debtors ?? [])
      await rows.save(DirectiveDebtorRow, { debtorId, directiveId: idOf(stream) });
  },
};
