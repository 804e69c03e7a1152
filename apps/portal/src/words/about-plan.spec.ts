import type { PlanListItem } from '@lien-ket/contracts';
import { aboutPlan } from './about-plan.js';

const plan = { id: 'p', number: '4778', title: 'Kế hoạch', origin: null } as PlanListItem;

it('a plan that is the matter is named with its owner where that is another', () => {
  expect(aboutPlan(plan)).toEqual({ id: 'p', printed: '4778 Kế hoạch' });
  const origin = { tenant: 'hcmc', receivedAt: '2023-09-26T03:00:00Z' };
  expect(aboutPlan({ ...plan, number: null, origin })).toEqual({
    id: 'p',
    tenant: 'hcmc',
    printed: 'Kế hoạch',
  });
});
