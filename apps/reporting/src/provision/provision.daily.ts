import type { DailyConditions } from '@lien-ket/runtime';
import { CHANGING, ENDING } from './plan.queries.js';
import { OWED_BY_ENDED } from '../obligation/obligation.queries.js';

/** Where there is none of these, the handler of a day has nothing to do. */
export const REPORTING_DAILY = {
  duties: `EXISTS (SELECT FROM plan WHERE effective_on <= $1 AND entered_on <= $1 AND (ended_on IS NULL OR ended_on > $1))`,
  changes: `EXISTS (SELECT ${CHANGING})`,
  endings: `EXISTS (SELECT FROM plan WHERE ${ENDING})`,
  endedDebtors: `EXISTS (SELECT ${OWED_BY_ENDED})`,
} satisfies DailyConditions;
