import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TenantId } from '@lien-ket/kernel';
import { MARK_EVERY, type Mark, type MarkStore } from './marks.js';

const LINE = /^(\d+) (\d+) (\d+) (\S+)$/;

/** Marks in a file per tenant, a line each; the folder belongs to one service, since processes share no file. */
export class MarkFiles implements MarkStore {
  constructor(private readonly folder: string) {}

  load(tenantId: TenantId): Promise<readonly Mark[]> {
    const text = this.read(tenantId);
    const marks: Mark[] = [];
    for (const line of text.split('\n')) {
      const [, seq, commit, prepare, recordedAt] = LINE.exec(line) ?? [];
      if (Number(seq) !== (marks.length + 1) * MARK_EVERY) break;
      const place = { commit: BigInt(commit ?? 0), prepare: BigInt(prepare ?? 0) };
      marks.push({ seq: Number(seq), place, recordedAt: recordedAt ?? '' });
    }
    // A line that a crash has cut off, and what follows it, is counted again.
    const whole = marks.map(lineOf).join('');
    if (text !== whole) writeFileSync(this.file(tenantId), whole);
    return Promise.resolve(marks);
  }

  add(tenantId: TenantId, mark: Mark): Promise<void> {
    mkdirSync(this.folder, { recursive: true, mode: 0o755 });
    appendFileSync(this.file(tenantId), lineOf(mark));
    return Promise.resolve();
  }

  forget(tenantId: TenantId): Promise<void> {
    rmSync(this.file(tenantId), { force: true });
    return Promise.resolve();
  }

  private read(tenantId: TenantId): string {
    try {
      return readFileSync(this.file(tenantId), 'utf8');
    } catch {
      return '';
    }
  }

  private file(tenantId: TenantId): string {
    return join(this.folder, `${tenantId}.marks`);
  }
}

function lineOf({ seq, place, recordedAt }: Mark): string {
  return `${seq} ${place.commit} ${place.prepare} ${recordedAt}\n`;
}
