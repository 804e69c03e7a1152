import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  HashTree,
  consistencyProof,
  formatAddCheckpoint,
  formatNote,
  isSigned,
  parseCheckpoint,
  parseSignature,
  parseVerifierKey,
} from '@lien-ket/audit-log';
import { Witness } from '@lien-ket/audit/module';
import { AuditWorld, madeHistory, worldKeys } from '@lien-ket/testing';

const TOOL = fileURLToPath(new URL('../../../tools/witness.mjs', import.meta.url));
const log = parseVerifierKey(worldKeys.verifierKey);
/** Two histories of one log. */
const leaves = [0, 1].map((salt) => new AuditWorld(madeHistory(400, salt), worldKeys).leaves);
/** What the log says of one of them at a size. */
const said = (salt: number, size: number): AuditWorld => new AuditWorld(madeHistory(size, salt), worldKeys);

async function asked(salt: number, from: number, to: number): Promise<{ body: string; text: string }> {
  const { text } = said(salt, to);
  const proof = from === 0 ? [] : await consistencyProof(new HashTree(leaves[salt] ?? []).nodes, from, to);
  const note = formatNote({ text, signatures: [worldKeys.own(text)] });
  return { body: formatAddCheckpoint({ oldSize: from, proof, note }), text };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lk-witness-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a witness that is killed', () => {
  class KilledBefore extends Witness {
    protected override keep(): void {
      throw new Error('killed');
    }
  }
  class KilledAfter extends Witness {
    protected override keep(file: string, text: string): void {
      super.keep(file, text);
      throw new Error('killed');
    }
  }
  class KilledWhile extends Witness {
    protected override keep(file: string, text: string): void {
      super.keep(`${file}.new`, text.slice(0, 20));
      throw new Error('killed');
    }
  }
  const known = (origin: string) => (origin === log?.name ? log : undefined);

  it('before, while or after it keeps what it will sign, signs one history', async () => {
    const first = await asked(0, 0, 5);
    for (const Killed of [KilledBefore, KilledWhile]) {
      expect(() => new Killed('w', folder, known).add(first.body)).toThrow('killed');
      expect(new Witness('w', folder, known).add((await asked(0, 5, 9)).body)).toEqual({
        status: 409,
        body: '0\n',
      });
    }
    expect(() => new KilledAfter('w', folder, known).add(first.body)).toThrow('killed');
    const witness = new Witness('w', folder, known);
    expect(witness.add((await asked(1, 0, 5)).body)).toEqual({ status: 409, body: '5\n' });
    expect(witness.add((await asked(1, 5, 5)).body)).toEqual({ status: 409, body: '5\n' });
    expect(witness.add((await asked(1, 5, 9)).body).status).toBe(422);
    expect(witness.add((await asked(0, 5, 5)).body).status).toBe(200);
    expect(witness.add((await asked(0, 5, 9)).body).status).toBe(200);
  });

  it('has no new key when its key is lost', async () => {
    expect(new Witness('w', folder, known).add((await asked(0, 0, 5)).body).status).toBe(200);
    rmSync(join(folder, 'witness.pem'));
    expect(() => new Witness('w', folder, known)).toThrow('lost');
  });
});

describe('npm run witness', () => {
  let running: ChildProcess | undefined;
  afterEach(() => running?.kill('SIGKILL'));

  /** Verifier key and address of a started witness. */
  async function started(): Promise<{ key: string; address: string }> {
    const args = [TOOL, '--dir', folder, '--port', '0', '--name', 'thanh-tra.vidu.vn'];
    running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    for await (const line of createInterface({ input: running.stdout ?? process.stdin }))
      if (lines.push(line) === 2) break;
    const [key = '', address = ''] = lines;
    return { key, address };
  }

  it('killed twelve times at any moment, it never cosigns two histories, and keeps its key', async () => {
    writeFileSync(join(folder, 'logs.txt'), `# nhật ký\n${worldKeys.verifierKey}\n`);
    const signed: string[] = [];
    const keys = new Set<string>();
    let size = 0;
    for (let round = 0; round < 12; round += 1) {
      const { key, address } = await started();
      keys.add(key);
      const post = (body: string): Promise<Response> =>
        fetch(`${address}/add-checkpoint`, { method: 'POST', body });
      const seen = Number(await (await post((await asked(0, 399, 400)).body)).text());
      // What was killed may have been kept already, and is then signed now; nothing smaller, and nothing else.
      expect([size, size + 5]).toContain(seen);
      size = seen;
      if (size > 1) expect([409, 422]).toContain((await post((await asked(1, size, size + 5)).body)).status);
      const { body, text } = await asked(0, size, size + 5);
      const answer = post(body).then(async (one) => ({ status: one.status, line: await one.text() }));
      const delay = new Promise((resolve) => setTimeout(resolve, round % 6));
      if (round % 2 === 1) await delay.then(() => running?.kill('SIGKILL'));
      const found = await answer.catch(() => undefined);
      running?.kill('SIGKILL');
      if (!found) continue;
      expect(found.status).toBe(200);
      const line = parseSignature(found.line.trim());
      const witness = parseVerifierKey(key);
      expect(line && witness && isSigned(text, line, witness)).toBe(true);
      signed.push(text);
      size += 5;
    }
    expect(keys.size).toBe(1);
    expect(signed.length).toBeGreaterThan(5);
    expect(signed.map((text) => parseCheckpoint(text)?.size)).toEqual(
      signed.map((text) => parseCheckpoint(text)?.size).toSorted((a = 0, b = 0) => a - b),
    );
    expect(readdirSync(join(folder, 'seen')).filter((name) => !name.endsWith('.new'))).toHaveLength(1);
  }, 120_000);
});
