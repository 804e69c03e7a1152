import type { PlanProvision } from '@lien-ket/contracts';
import type { Translate } from '../messages/translate.js';
import { day } from './dates.js';

/** When a provision asks for its report, in words. */
export function ruleWords(rule: PlanProvision['rule'], t: Translate): string {
  switch (rule.kind) {
    case 'yearlyBefore':
      return t('rule.yearlyBefore', { day: rule.day, month: rule.month });
    case 'yearlyWithin':
      return t('rule.yearlyWithin', { month: rule.month });
    case 'onceBefore':
      return t('rule.onceBefore', { date: day(rule.date) });
    case 'onceWithin':
      return t('rule.onceWithin', { month: rule.month, year: rule.year });
    case 'cycles': {
      const cycles = (['quarter', 'halfYear', 'year'] as const).filter((cycle) => rule[cycle]);
      return t('rule.cycles', { cycles: cycles.map((cycle) => t(`cycle.${cycle}`)).join(', ') });
    }
    case 'quarterly':
    case 'onRequest':
    case 'undated':
      return t(`rule.${rule.kind}`);
  }
}

/** A rule as it stands in a change. */
export function isRule(value: unknown): value is PlanProvision['rule'] {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
