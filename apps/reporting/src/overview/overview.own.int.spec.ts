import { streamOf, uuidFrom } from '@lien-ket/kernel';
import type { OverviewView } from '@lien-ket/contracts';
import { ServiceBench } from '@lien-ket/testing';
import { opened } from '../obligation/obligation.scene.js';
import { account, assigned } from '../provision/plan-419.scene.js';
import { REPORTING, ReportingModule } from '../reporting.module.js';

const focal = account('itpc', 'focal');
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: REPORTING, module: ReportingModule.with }, ['hcmc']);
  await bench.record('hcmc', streamOf('staff', focal), [assigned('itpc', 'focal')]);
}, 60_000);
afterAll(() => bench.stop());

describe("HCMC's own reports in its overview", () => {
  it('counts what is owed within HCMC, and there alone what is overdue', async () => {
    const duties = [
      { dueOn: '2000-01-01' },
      { dueOn: '2999-01-01' },
      { dueOn: '2000-01-01', example: true },
      { dueOn: '2000-01-01', historic: true },
    ];
    for (const [at, duty] of duties.entries())
      await bench.record('hcmc', streamOf('obligation', uuidFrom('scene', 'duty', String(at))), [
        opened(duty),
      ]);
    await bench.settle('hcmc');
    const { body } = await bench.get<OverviewView>('hcmc', focal, '/overview');
    expect(body.ownReports).toEqual({ open: 2, overdue: 1, awaitsSuccessor: 0, noInformation: 1 });
  });
});
