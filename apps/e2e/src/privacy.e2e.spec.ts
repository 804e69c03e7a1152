import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestPlatform, eventually } from './harness.adapter.js';
import { typeEverywhere } from './mistyping.adapter.js';
import { found, needleOf, type Needle } from './needles.js';
import { OtlpReceiver } from './otlp-receiver.adapter.js';
import { peopleOf, type People } from './people.js';
import { ScannedCluster, scanFiles } from './scan.adapter.js';
import type { AuditEventView, CommandAnswer, Page, PersonReadView } from './views.js';

const token = (): string => randomBytes(6).toString('hex');
const person = {
  name: `Đỗ Thị Kim ${token()}`,
  phone: `+849${randomInt(10_000_000, 99_999_999)}${randomInt(100, 999)}`,
  email: `kim.${token()}@vidu.example`,
};
/** Typed where nothing of it may stay: in searches, wrong fields, broken bodies, addresses, headers. */
const typed = `Lê Văn Gõ Nhầm ${token()}`;
const office = `Phòng ${token()}`;
const needles: Needle[] = [...Object.entries(person), ['typed', typed] as const].map(([what, text]) =>
  needleOf(what, text),
);
/** May be known: where it is not found the scan does not see. */
const control = needleOf('control', office);

let receiver: OtlpReceiver;
let platform: TestPlatform;
let people: People;
let cluster: ScannedCluster;
let contact = '';

beforeAll(async () => {
  receiver = await OtlpReceiver.start();
  const settings = { ...receiver.settings, LOG_FORMAT: 'json', LOG_LEVEL: 'info' };
  platform = await TestPlatform.start('05/12/2023', undefined, settings);
  people = await peopleOf(platform);
  cluster = new ScannedCluster(platform.process.dataDir);
  const body = { office: { title: office, organisation: 'Sở Công Thương' }, ...person };
  contact = (await people.officer.command<CommandAnswer>('/contacts', body)).id;
});
afterAll(async () => {
  await platform.stop();
  receiver.close();
});

interface ContactView {
  readonly office: { readonly title?: string };
  readonly person: Record<keyof typeof person, { readonly kind: string; readonly text?: string }>;
}
const readContact = (): Promise<ContactView> => people.officer.read<ContactView>(`/contacts/${contact}`);
const readings = (filter = ''): Promise<Page<PersonReadView>> =>
  people.auditor.read<Page<PersonReadView>>(`/audit/reads${filter}`);

it('a contact sent again is the same one, and another person under the same key is refused', async () => {
  const [key, at] = [{ key: randomUUID() }, { title: office, organisation: 'Sở Công Thương' }];
  const send = (name: string) =>
    people.officer.post<CommandAnswer>('/contacts', { office: at, ...person, name }, key);
  const [first, again, other] = [await send('Một'), await send('Một'), await send('Hai')];
  expect([again.body.id, other.status]).toEqual([first.body.id, 422]);
});

describe('reading a person is recorded', () => {
  it('one reading of three fields is one record, with who, what, when and the correlation of the request', async () => {
    expect((await readings(`?person=${contact}`)).total).toBe(0);
    const answer = await people.officer.get<ContactView>(`/contacts/${contact}`);
    expect(answer.body.person).toEqual({
      name: { kind: 'clear', text: person.name },
      phone: { kind: 'clear', text: person.phone },
      email: { kind: 'clear', text: person.email },
    });
    const { items, total, next } = await readings(`?person=${contact}`);
    const { account } = await people.officer.read<{ account: string }>('/me');
    expect([total, next, items]).toEqual([
      1,
      null,
      [
        {
          seq: expect.any(Number),
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
          businessDate: '2023-12-05',
          account,
          role: 'officer',
          organisationId: expect.any(String),
          subject: contact,
          cls: 'contact',
          purpose: 'contacts.get',
          correlationId: answer.headers.get('x-correlation-id'),
        },
      ],
    ]);
  });

  it('a list of offices, a refused reading and a missing contact are none', async () => {
    const before = (await readings()).total;
    await people.officer.read('/contacts');
    expect((await people.leader.get(`/contacts/${contact}`)).status).toBe(403);
    expect((await people.officer.get(`/contacts/${randomUUID()}`)).status).toBe(404);
    expect((await people.stranger.get(`/contacts/${contact}`)).status).toBe(404);
    expect((await readings()).total).toBe(before);
  });

  it('an auditor learns who acted, by one recorded reading; nobody else does, and a foreign account is missing', async () => {
    const { items } = await people.auditor.read<Page<AuditEventView>>('/audit/events?actor=clerk&limit=1');
    const account = items[0]?.actor.account ?? '';
    const clerk = await (await platform.as('tien-giang.ubnd.clerk')).read<{ name: string }>('/me');
    const before = (await readings(`?person=${account}`)).total;
    const answer = await people.auditor.get(`/accounts/${account}`);
    expect([answer.status, answer.body]).toEqual([200, { id: account, name: clerk.name }]);
    const after = await readings(`?person=${account}`);
    expect([after.total, after.items[0]]).toMatchObject([
      before + 1,
      { role: 'auditor', subject: account, cls: 'actor', purpose: 'accounts.get' },
    ]);
    expect((await people.officer.get(`/accounts/${account}`)).status).toBe(403);
    expect((await (await platform.as('tien-giang.ubnd.admin')).get(`/accounts/${account}`)).status).toBe(403);
    const foreign = await platform.as('tra-vinh.thanhtra.auditor');
    expect((await foreign.get(`/accounts/${account}`)).status).toBe(404);
    expect((await people.auditor.get(`/accounts/${randomUUID()}`)).status).toBe(404);
    expect((await readings(`?person=${account}`)).total).toBe(before + 1);
    expect((await foreign.get(`/audit/reads?person=${account}`)).status).toBe(404);
  });

  it('is listed by pages, by who read and by day, and for the auditor of the tenant only', async () => {
    await people.focal.read(`/contacts/${contact}`);
    const first = await readings(`?person=${contact}&limit=1`);
    expect([first.items.map(({ role }) => role), first.total]).toEqual([['focal'], 2]);
    const second = await readings(`?person=${contact}&limit=1&cursor=${first.next}`);
    expect([second.items.map(({ role }) => role), second.next]).toEqual([['officer'], null]);
    expect((await readings(`?person=${contact}&actor=focal`)).total).toBe(1);
    expect((await readings(`?person=${contact}&actor=${first.items[0]?.account}`)).total).toBe(1);
    expect((await readings(`?person=${contact}&from=2023-12-05&to=2023-12-05`)).total).toBe(2);
    expect((await readings(`?person=${contact}&from=2023-12-06`)).total).toBe(0);
    const oldest = await readings(`?person=${contact}&sort=seq&limit=1`);
    expect(oldest.items.map(({ role }) => role)).toEqual(['officer']);
    expect((await people.auditor.get('/audit/reads?who=x')).status).toBe(400);
    expect((await people.officer.get('/audit/reads')).status).toBe(403);
    const foreign = await platform.as('tra-vinh.thanhtra.auditor');
    expect((await foreign.get(`/audit/reads?person=${contact}`)).status).toBe(404);
    expect((await foreign.read<Page<PersonReadView>>('/audit/reads')).items).toEqual([]);
  });

  it('what cannot be recorded is not read', async () => {
    const rename = (from: string, to: string): Promise<unknown> =>
      cluster.query('lk_reads', `ALTER TABLE ${from} RENAME TO ${to}`);
    await rename('person_read', 'person_read_away');
    const refused = await people.officer.get(`/contacts/${contact}`);
    expect([refused.status, refused.body.code]).toEqual([503, 'reading.notRecorded']);
    expect(found(needles, JSON.stringify(refused.body))).toEqual([]);
    await rename('person_read_away', 'person_read');
    expect((await readContact()).person.name.text).toBe(person.name);
  });

  it('a record is neither changed nor taken away', async () => {
    for (const sql of [
      "UPDATE person_read SET role = 'x'",
      'DELETE FROM person_read',
      'TRUNCATE person_read',
    ])
      await expect(cluster.query('lk_reads', sql)).rejects.toThrow('append-only');
  });
});

describe('a needle is found nowhere', () => {
  beforeAll(async () => {
    await typeEverywhere(platform.url, people.officer.token ?? '', typed);
    await moveDay();
    for (let n = 0; n < 3; n += 1) await readContact();
    const seen = receiver.bodies.length;
    await eventually(
      async () => receiver.bodies.length,
      (now) => now > seen + 2,
    );
  });

  it('in no log line; each is one object with its code and trace', () => {
    const lines = platform.process.output.split('\n').filter((line) => line.startsWith('{'));
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const reading = entries.find(({ route }) => route === '/api/v1/contacts/:id');
    expect(reading).toMatchObject({
      level: 'info',
      service: 'platform',
      code: 'request.answered',
      message: 'request answered',
      tenant: 'tien-giang',
      correlationId: expect.any(String),
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(found(needles, platform.process.output)).toEqual([]);
  });

  it('in no span and no metric', () => {
    expect(receiver.bodies.some((body) => body.includes('/api/v1/contacts/:id'))).toBe(true);
    expect(receiver.bodies.flatMap((body) => found(needles, body))).toEqual([]);
  });

  it('in no row of any table of any database; the control is found', async () => {
    const databases = await cluster.databases();
    expect(databases).toEqual(
      expect.arrayContaining(['lk_t_tien_giang', 'lk_keys', 'lk_platform', 'lk_reads']),
    );
    let rows = 0;
    for (const database of databases) {
      const scanned = await cluster.scan(database, needles);
      expect(scanned.findings).toEqual([]);
      rows += scanned.rows;
    }
    expect(rows).toBeGreaterThan(5_000);
    expect((await cluster.scan('lk_t_tien_giang', [control])).findings).toEqual(
      expect.arrayContaining([
        'lk_t_tien_giang.log.event: control',
        'lk_t_tien_giang.agreement.register: control',
      ]),
    );
  });

  it("in no file of the data directory, PostgreSQL's and the mails included; the control is found", async () => {
    const { dataDir } = platform.process;
    expect(readdirSync(join(dataDir, 'mail')).length).toBeGreaterThan(0);
    await cluster.query('postgres', 'CHECKPOINT');
    const { findings, files } = scanFiles(dataDir, needles);
    expect(findings).toEqual([]);
    expect(files).toBeGreaterThan(1_000);
    expect(scanFiles(join(dataDir, 'pg'), [control]).findings).not.toEqual([]);
  });

  it('in no event that an auditor reads', async () => {
    const events = await people.auditor.all<AuditEventView>('/audit/events');
    expect(events.some(({ stream }) => stream === `contact-${contact}`)).toBe(true);
    expect(found(needles, JSON.stringify(events))).toEqual([]);
  });

  it('but a leak is: as text, as bytes, as base64, in a file', async () => {
    const { dataDir } = platform.process;
    const quoted = `'${person.name}'`;
    for (const value of [
      `${quoted}::text`,
      `convert_to(${quoted}, 'UTF8')`,
      `encode(convert_to('x' || ${quoted}, 'UTF8'), 'base64')`,
    ]) {
      await cluster.query('lk_t_tra_vinh', `CREATE TABLE log.leak AS SELECT ${value} AS it`);
      expect((await cluster.scan('lk_t_tra_vinh', needles)).findings).toEqual([
        'lk_t_tra_vinh.log.leak: name',
      ]);
      await cluster.query('lk_t_tra_vinh', 'DROP TABLE log.leak');
    }
    writeFileSync(join(dataDir, 'mail', 'leak.eml'), `To: ${person.email}`);
    expect(scanFiles(join(dataDir, 'mail'), needles).findings).toEqual(['leak.eml: email']);
    expect(found(needles, `{"message":"no contact ${encodeURIComponent(typed)}"}`)).toEqual(['typed']);
  });
});

/** A day goes by, so that notices and mails are made. */
async function moveDay(): Promise<void> {
  const operator = await platform.as('platform.admin');
  await operator.command('/demonstration', { to: '2023-12-06' });
  await eventually(
    async () => mails(),
    (count) => count > 0,
    60_000,
  );
}

function mails(): number {
  try {
    return readdirSync(join(platform.process.dataDir, 'mail')).length;
  } catch {
    return 0;
  }
}
