import { VIETNAMESE, type SortKeys } from '@lien-ket/service';
import type { ListedPlan } from './plan.views.js';

export interface PlanFilter {
  readonly q?: string;
  readonly state?: string;
  readonly origin?: 'own' | 'received';
}

type Sorts = Readonly<Record<string, SortKeys<ListedPlan>>>;

/** By what is said of a plan in `said`: the row of the plan itself, or that of a moment. */
function sortsIn(said: string): Sorts {
  const id = { sql: `${said}.id`, of: ({ id }: ListedPlan) => id };
  return {
    /** Drafts, which have no day yet, stand as if issued after all others. */
    issuedOn: [
      {
        sql: `coalesce(${said}.issued_on, 'infinity')`,
        of: ({ issuedOn }) => issuedOn ?? 'infinity',
        cast: 'date',
      },
      id,
    ],
    title: [{ sql: `${said}.title ${VIETNAMESE}`, of: ({ title }) => title }, id],
    number: [{ sql: `coalesce(${said}.number, '')`, of: ({ number }) => number ?? '' }, id],
  };
}

export const SORTS = sortsIn('p');
export const SORTS_AS_OF = sortsIn('h');
