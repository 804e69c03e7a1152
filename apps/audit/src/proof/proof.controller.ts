import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { HASH_BYTES, tilePathOf, type Scope } from '@lien-ket/audit-log';
import type { AuditLogsView, AuditProofView } from '@lien-ket/contracts';
import { DomainError, isUuid, type Context } from '@lien-ket/kernel';
import { PersonKeys } from '@lien-ket/read-model';
import { Runtime } from '@lien-ket/runtime';
import { Ctx, requireRole } from '@lien-ket/service';
import type { FastifyReply } from 'fastify';
import { Bundles } from './bundles.js';
import { Proofs } from './checkpoints.adapter.js';
import { LogRows, entriesOf, type Sql } from './log-rows.js';

const TEXT = 'text/plain; charset=utf-8';
const WHOLE = /^[1-9]\d{0,14}$/;

/** The Merkle log over the tenant's log, for its auditors: docs/audit-format.md. */
@Controller('api/v1/audit')
export class ProofController {
  private readonly bundles: Bundles;

  constructor(
    private readonly runtime: Runtime,
    private readonly proofs: Proofs,
    persons: PersonKeys,
  ) {
    this.bundles = new Bundles(runtime, proofs, persons);
  }

  /** Of everything that the log holds now. */
  @Get('checkpoint')
  async checkpoint(@Ctx() ctx: Context, @Res() reply: FastifyReply): Promise<void> {
    requireRole(ctx, ['auditor']);
    const { note } = await this.bundles.signed(ctx);
    void reply.type(TEXT).header('cache-control', 'no-store').send(note);
  }

  /** The log's key and its witnesses, for a policy; an auditor compares it with what came another way. */
  @Get('policy')
  async policy(@Ctx() ctx: Context, @Res() reply: FastifyReply): Promise<void> {
    requireRole(ctx, ['auditor']);
    const policy = this.proofs.witnesses.policyOf(ctx.tenantId);
    void reply.type(TEXT).header('cache-control', 'no-store').send(policy);
  }

  @Get('tile/*')
  async tile(@Ctx() ctx: Context, @Param('*') path: string, @Res() reply: FastifyReply): Promise<void> {
    requireRole(ctx, ['auditor']);
    const asked = tilePathOf(path);
    if (!asked) throw new DomainError('notFound', 'notFound');
    const { level, index, width } = asked;
    const bytes = await this.runtime.db.use(ctx, (sql) =>
      level === 'entries' ? leavesOf(sql, index, width) : hashesOf(sql, level, index, width),
    );
    if (!bytes) throw new DomainError('notFound', 'notFound');
    void reply.type('application/octet-stream').header('cache-control', 'private, no-store').send(bytes);
  }

  @Get('proof')
  async proof(@Ctx() ctx: Context, @Query() { seq }: { readonly seq?: string }): Promise<AuditProofView> {
    requireRole(ctx, ['auditor']);
    if (seq === undefined || !WHOLE.test(seq)) throw faulty('/seq');
    const { note, proof } = await this.bundles.proofOf(ctx, Number(seq));
    return { seq: Number(seq), checkpoint: note, proof: proof.map((hash) => hash.toString('base64')) };
  }

  @Get('logs')
  async logs(@Ctx() ctx: Context): Promise<AuditLogsView> {
    requireRole(ctx, ['auditor']);
    return this.proofs.logging.standing(ctx);
  }

  /** One file: of a plan, of an activity, or without either of the whole log. */
  @Get('bundle')
  async bundle(
    @Ctx() ctx: Context,
    @Query() given: { readonly plan?: string; readonly activity?: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    requireRole(ctx, ['auditor']);
    const scope = scopeOf(given);
    const isLog = scope.kind === 'log';
    const name = isLog ? `${ctx.tenantId}.audit.jsonl` : `${scope.kind}-${scope.id}.audit.json`;
    // The whole log is read from the database as fast as it is taken, and no faster.
    const bundle = isLog ? Readable.from(await this.bundles.whole(ctx)) : await this.bundles.of(ctx, scope);
    void reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .type('application/octet-stream')
      .send(bundle);
  }
}

function scopeOf({ plan, activity }: { readonly plan?: string; readonly activity?: string }): Scope {
  if (plan !== undefined && activity !== undefined) throw faulty('/activity');
  if (plan !== undefined) return { kind: 'plan', id: idOf(plan, '/plan') };
  if (activity !== undefined) return { kind: 'activity', id: idOf(activity, '/activity') };
  return { kind: 'log' };
}

function idOf(id: string, pointer: string): string {
  if (!isUuid(id)) throw faulty(pointer);
  return id;
}

function faulty(pointer: string): DomainError {
  return new DomainError('invalid', 'query.invalid', {}, [{ pointer, code: 'field.invalid' }]);
}

async function hashesOf(sql: Sql, level: number, index: number, width: number): Promise<Buffer | undefined> {
  const hashes = await new LogRows(sql).tiles(level, index);
  return hashes && hashes.length >= width * HASH_BYTES ? hashes.subarray(0, width * HASH_BYTES) : undefined;
}

async function leavesOf(sql: Sql, index: number, width: number): Promise<Buffer | undefined> {
  const entries = await entriesOf(sql, index);
  const end = entries && endOf(entries, width);
  return end === undefined ? undefined : entries?.subarray(0, end);
}

/** Where the first `width` leaves end; undefined where there are fewer. */
function endOf(entries: Buffer, width: number): number | undefined {
  let at = 0;
  for (let seen = 0; seen < width; seen += 1) {
    if (at >= entries.length) return undefined;
    at += 2 + entries.readUInt16BE(at);
  }
  return at;
}
