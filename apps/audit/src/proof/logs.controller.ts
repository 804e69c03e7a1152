import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { isSigned, parseCheckpoint, parseNote } from '@lien-ket/audit-log';
import type { AuditLogsView } from '@lien-ket/contracts';
import { DomainError } from '@lien-ket/kernel';
import { Public } from '@lien-ket/service';
import { z } from 'zod';
import { Proofs } from './checkpoints.adapter.js';
import type { LogOfLogs } from './log-of-logs.js';
import type { WitnessAnswer } from './witness.adapter.js';

const whole = z.number().int().nonnegative();
const proofAsked = z.strictObject({ index: whole, size: whole });
const given = z.strictObject({ body: z.string() });
const shown = z.strictObject({ note: z.string() });

/**
 * For the audit processes of tenants that have a group of their own; the gateway leads nobody here. Without a token: what is
 * brought is signed by its log, and of a log is told only to who shows what its key signed.
 */
@Controller('log-of-logs')
@Public()
export class LogsController {
  constructor(private readonly proofs: Proofs) {}

  @Post('add-checkpoint')
  @HttpCode(200)
  add(@Body() body: unknown): Promise<WitnessAnswer> {
    return this.logs.add(read(given, body).body);
  }

  @Post('checkpoint')
  @HttpCode(200)
  async checkpoint(): Promise<{ readonly note: string | null }> {
    return { note: (await this.logs.signed())?.note ?? null };
  }

  @Post('proof')
  @HttpCode(200)
  async proof(@Body() body: unknown): Promise<{ readonly proof: readonly string[] }> {
    const { index, size } = read(proofAsked, body);
    const held = (await this.logs.signed())?.checkpoint.size ?? 0;
    if (index >= size || size > held) throw new DomainError('notFound', 'notFound');
    return { proof: (await this.logs.proofOf(index, size)).map((hash) => hash.toString('base64')) };
  }

  @Post('standing')
  @HttpCode(200)
  standing(@Body() body: unknown): Promise<AuditLogsView> {
    const note = parseNote(read(shown, body).note);
    const origin = note && parseCheckpoint(note.text)?.origin;
    const key = origin === undefined ? undefined : this.proofs.witnesses.keyOf(origin);
    if (
      !note ||
      origin === undefined ||
      !key ||
      !note.signatures.some((line) => isSigned(note.text, line, key))
    )
      throw new DomainError('notFound', 'notFound');
    return this.logs.standing({ origin });
  }

  private get logs(): LogOfLogs {
    const { kept } = this.proofs;
    if (!kept) throw new DomainError('notFound', 'notFound');
    return kept;
  }
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new DomainError('invalid', 'body.invalid');
  return parsed.data;
}
