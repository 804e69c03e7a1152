import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  COSIGNATURE,
  LOGS_ORIGIN,
  originOf,
  parsePolicy,
  parseVerifierKey,
  witnessNameOf,
  type VerifierKey,
} from '@lien-ket/audit-log';
import { keptFile } from './kept-file.adapter.js';
import type { Taker } from './handing.js';
import { LogKeyFiles, OF_LOGS } from './log-keys.adapter.js';
import { Witness, type WitnessAnswer } from './witness.adapter.js';

/** The hub that witnesses every province and keeps the log of logs, and that every province witnesses. */
export const HUB = 'hcmc';
const PATIENCE_MS = 3_000;
const LOG_KEY = /^log-([a-z0-9-]+)\.pem$/;
const OUTSIDE = /^witness (\S+) (\S+) (https?:\/\/\S+)$/;

/** Whom a log sends its checkpoints to: nothing else ever leaves the log for them. */
export interface WitnessPort extends Taker {
  readonly key: VerifierKey;
  /** It is part of the platform, and answers at once. */
  readonly isInside: boolean;
}

/**
 * Who witnesses a tenant's log. Inside the platform: the hub, and in a ring the neighbour; the hub's log all provinces.
 * Those have one operator and count for nothing in a policy. Outside: the witnesses of `keys/witnesses.txt`, lines of
 * a policy that the administrator writes.
 */
export class Witnesses {
  private readonly inside = new Map<string, Witness>();
  private readonly logOfLogs: LogKeyFiles;

  constructor(
    private readonly directory: string,
    private readonly logs: Pick<LogKeyFiles, 'verifierKey'>,
  ) {
    this.logOfLogs = new LogKeyFiles(directory, OF_LOGS);
  }

  /** The key of a tenant's log that is signed here. */
  keyOf(origin: string): VerifierKey | undefined {
    const tenant = this.tenants().find((one) => originOf(one) === origin);
    return tenant === undefined ? undefined : parseVerifierKey(this.logs.verifierKey(tenant));
  }

  /** Whether the hub's log is signed here: who keeps the log of logs. */
  get hasHub(): boolean {
    return this.tenants().includes(HUB);
  }

  of(tenant: string): WitnessPort[] {
    const inside = this.neighboursOf(tenant).map((neighbour): WitnessPort => {
      const witness = this.witnessOf(neighbour);
      return { key: witness.verifierKey, isInside: true, add: async (body) => witness.add(body) };
    });
    return [...inside, ...this.outside()];
  }

  /** What an auditor needs to trust the tenant's log. @throws Error when `witnesses.txt` can't be read as lines of a policy */
  policyOf(tenant: string): string {
    const inside = this.neighboursOf(tenant).filter((one) =>
      existsSync(join(this.folderOf(one), 'witness.pem')),
    );
    const given = this.given();
    const text = [
      `# Chính sách kiểm toán của ${tenant}: nhận bằng đường khác với tệp kiểm toán, so từng ký tự.`,
      ...(this.outside().length === 0 ? ['# Chưa có nhân chứng bên ngoài (unwitnessed).'] : []),
      `log ${this.logs.verifierKey(tenant)}`,
      ...(this.logOfLogs.has(HUB) ? [`log-of-logs ${this.logOfLogs.verifierKey(HUB)}`] : []),
      ...inside.flatMap((one) => [`witness ${one} ${this.witnessOf(one).written}`, `operator ${one}`]),
      ...given,
      ...(given.some((line) => line.startsWith('quorum ')) ? [] : ['quorum none']),
      '',
    ].join('\n');
    if (!parsePolicy(text)) throw new Error(`${this.file} holds no lines of a policy`);
    return text;
  }

  private get file(): string {
    return join(this.directory, 'witnesses.txt');
  }

  private given(): string[] {
    return (keptFile(this.file) ?? '').split('\n').filter((line) => line !== '');
  }

  private outside(): WitnessPort[] {
    return this.given().flatMap((line) => {
      const [, , written = '', address = ''] = OUTSIDE.exec(line) ?? [];
      const key = parseVerifierKey(written);
      return key?.algorithm === COSIGNATURE
        ? [{ key, isInside: false, add: (body: string) => ask(address, body) }]
        : [];
    });
  }

  /** In the ring of provinces the next one, and the hub; of the hub all provinces. */
  private neighboursOf(tenant: string): string[] {
    const provinces = this.tenants().filter((one) => one !== HUB);
    if (tenant === HUB) return provinces;
    const next = provinces[(provinces.indexOf(tenant) + 1) % provinces.length];
    const hub = this.tenants().includes(HUB) ? [HUB] : [];
    return next === undefined || next === tenant ? hub : [...hub, next];
  }

  /** Those whose logs are signed here. */
  private tenants(): string[] {
    if (!existsSync(this.directory)) return [];
    return readdirSync(this.directory)
      .flatMap((name) => LOG_KEY.exec(name)?.[1] ?? [])
      .sort();
  }

  private witnessOf(tenant: string): Witness {
    const known = this.inside.get(tenant) ?? this.made(tenant);
    this.inside.set(tenant, known);
    return known;
  }

  private made(tenant: string): Witness {
    const keyOf = (origin: string): VerifierKey | undefined => {
      // Of the hub the provinces witness both logs.
      if (origin === LOGS_ORIGIN && tenant !== HUB) return parseVerifierKey(this.logOfLogs.verifierKey(HUB));
      const other = this.tenants().find((one) => originOf(one) === origin);
      const isOurs = other !== undefined && this.neighboursOf(other).includes(tenant);
      return isOurs ? this.keyOf(origin) : undefined;
    };
    return new Witness(witnessNameOf(tenant), this.folderOf(tenant), keyOf);
  }

  private folderOf(tenant: string): string {
    return join(this.directory, `witness-${tenant}`);
  }
}

async function ask(address: string, body: string): Promise<WitnessAnswer> {
  const answer = await fetch(`${address.replace(/\/$/, '')}/add-checkpoint`, {
    method: 'POST',
    body,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return { status: answer.status, body: await answer.text() };
}
