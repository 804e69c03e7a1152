import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedFault, NewerData } from '@lien-ket/read-model';
import { InstanceLock, InstanceRunning, probePort } from './instance.adapter.js';
import { platformConfig } from './platform.config.js';
import { sentenceOf } from './troubles.js';

const directory = mkdtempSync(join(tmpdir(), 'lk-troubles-'));
const lock = join(directory, 'platform.json');
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function troubleOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    return sentenceOf(error);
  }
  throw new Error('nothing was refused');
}

describe('what stands in the way of a start is told in one sentence', () => {
  it('data of a newer version', () => {
    expect(sentenceOf(new NewerData('lk_t_hcmc: audit X'))).toMatch(/phiên bản mới hơn .*lk_t_hcmc: audit X/);
  });

  it('a data directory that is a file, or lies below one', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below')])
      expect(await troubleOf(() => InstanceLock.take(path, 1))).toMatch(/^DATA_DIR .* là tệp[^\n]*$/);
  });

  it('a host that is not of this machine', async () => {
    for (const host of ['192.0.2.1', 'no-such-host.invalid'])
      expect(await troubleOf(() => probePort(8080, host))).toMatch(/^HOST [^\n]*$/);
  });

  it('a full disk, as the system, PostgreSQL and initdb tell it', () => {
    const told = [
      Object.assign(new Error('write'), { code: 'ENOSPC' }),
      Object.assign(new Error('could not extend file'), { code: '53100' }),
      new EmbeddedFault('postgres.failed', 'initdb: a\nNo space left on device\nb'),
    ];
    expect(new Set(told.map(sentenceOf))).toEqual(new Set([sentenceOf(told[0])]));
    expect(sentenceOf(told[0])).toMatch(/^Đĩa đã đầy[^\n]*$/);
  });

  it('settings that are none, in Vietnamese', async () => {
    const given = { PORT: 'abc', MAX_CONNECTIONS: '3', PUBLIC_URL: 'x', DATA_DIR: '' };
    expect((await troubleOf(() => platformConfig([], given))).split('\n')).toEqual([
      'Cấu hình sai:',
      '  PORT: phải là số nguyên từ 1 đến 65535',
      '  DATA_DIR: không được để trống',
      '  PUBLIC_URL: phải là một địa chỉ, ví dụ https://lienket.example.vn',
      '  MAX_CONNECTIONS: phải là số nguyên từ 12 đến 1000',
    ]);
  });
});

describe('the lock of a data directory', () => {
  it('of another program that has the number now is taken over', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    await new Promise((resolve) => other.once('spawn', resolve));
    for (const started of [undefined, '1']) {
      writeFileSync(lock, JSON.stringify({ pid: other.pid, port: 1, started }));
      InstanceLock.take(directory, 8080).release();
    }
    other.kill();
  });

  it('of one that runs is not, and the sentence names the file', async () => {
    const held = InstanceLock.take(directory, 8080);
    const mine = JSON.parse(readFileSync(lock, 'utf8')) as { started: string };
    const parent = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const started = parent.slice(parent.lastIndexOf(')') + 2).split(' ')[19];
    expect(mine.started).toMatch(/^\d+$/);
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, port: 8080, started }));
    expect(() => InstanceLock.take(directory, 8081)).toThrow(InstanceRunning);
    expect(await troubleOf(() => InstanceLock.take(directory, 8081))).toContain(lock);
    held.release();
  });
});
