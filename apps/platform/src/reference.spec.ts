import { referenceFacts } from '@lien-ket/access';
import { demoSchedule, demoTenants } from './demo/demo-schedule.js';

describe('what the reference data know of a tenant', () => {
  it('Đồng Tháp of before 01/07/2025, and the one formed then', () => {
    expect(referenceFacts('dong-thap')).toEqual({
      code: '87',
      endsOn: '2025-06-30',
      successor: 'dong-thap-2025',
    });
    expect(referenceFacts('dong-thap-2025')).toEqual({ code: '82', beginsOn: '2025-07-01' });
    expect(referenceFacts('no-such')).toEqual({});
  });

  it('agrees with every tenant of the demonstration, Thừa Thiên Huế renamed among them', () => {
    const said = demoTenants().map(({ id, periods, successor }) => [
      id,
      periods.at(-1)?.code,
      periods.at(-1)?.to,
      successor?.slug,
    ]);
    const known = demoTenants().map(({ id }) => {
      const { code, endsOn, successor } = referenceFacts(id);
      return [id, code, endsOn, successor];
    });
    expect(known).toEqual(said);
  });

  it('a province that was only renamed keeps its organisations', () => {
    const ends = demoSchedule().filter(({ path }) => path.endsWith('/end'));
    expect(ends.filter(({ tenant }) => tenant === 'tien-giang').length).toBeGreaterThan(10);
    const renamed = ends.filter(({ tenant }) => tenant === 'thua-thien-hue');
    expect(renamed.filter(({ on }) => on === '2024-12-31')).toEqual([]);
  });
});
