import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoresOf } from './stores.config.js';

const SECRET = 'kurrentdb://lk:geheim@127.0.0.1:2113?tls=true';

describe('on which event store a tenant is', () => {
  it('PostgreSQL, unless something else is said', () => {
    const connectionOf = eventStoresOf({ EVENT_STORE_HCMC: SECRET, EVENT_STORE_TIEN_GIANG: 'postgres' });
    expect(connectionOf('hcmc')).toBe(SECRET);
    expect(connectionOf('tien-giang')).toBeUndefined();
    expect(connectionOf('tra-vinh')).toBeUndefined();
  });

  it('a file may say it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lk-stores-'));
    writeFileSync(join(folder, 'hcmc'), `${SECRET}\n`);
    expect(eventStoresOf({ EVENT_STORE_HCMC_FILE: join(folder, 'hcmc') })('hcmc')).toBe(SECRET);
    rmSync(folder, { recursive: true });
  });

  it.each([
    [{ EVENT_STORE_HCMC: 'mysql://geheim' }],
    [{ EVENT_STORE_HCMC: SECRET, EVENT_STORE_HCMC_FILE: import.meta.filename }],
    [{ EVENT_STORE_HCMC_FILE: join(tmpdir(), 'no', 'such', 'geheim') }],
    [{ EVENT_STORE_HCMC: SECRET, EVENT_STORE_TIEN_GIANG: 'kurrentdb://127.0.0.1:2113?tls=false' }],
  ])('refuses %j and does not repeat what is secret', (env) => {
    expect(() => eventStoresOf(env)).toThrow('EVENT_STORE_');
    expect(() => eventStoresOf(env)).not.toThrow('geheim');
  });
});
