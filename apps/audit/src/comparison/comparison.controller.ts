import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  compareQuery,
  comparisonFileQuery,
  type ComparisonQuery,
  type ComparisonView,
} from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { PersonReads } from '@lien-ket/read-model';
import { Runtime } from '@lien-ket/runtime';
import { Ctx, parseQuery, positionAfter } from '@lien-ket/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { paperOf, printed, type Paper } from './comparison.paper.js';
import { pdfOf } from './comparison.pdf.js';
import { ComparisonQueries } from './comparison.queries.js';
import { wordOf } from './comparison.word.js';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** A record at two points, on the screen and as a paper. */
@Controller('api/v1/history')
export class ComparisonController {
  private readonly queries: ComparisonQueries;

  constructor(
    private readonly runtime: Runtime,
    private readonly reads: PersonReads,
  ) {
    this.queries = new ComparisonQueries(runtime);
  }

  @Get('compare')
  async compare(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ComparisonView> {
    const asked = parseQuery(compareQuery, query);
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { label, changes } = await this.queries.between(ctx, asked);
    return { label, changes };
  }

  /** What leaves the platform is recorded before it does, beside the readings of persons. */
  @Get('comparison')
  async file(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format, ...asked } = parseQuery(comparisonFileQuery, query);
    await this.runtime.waitFor(ctx, positionAfter(request));
    const paper = await this.paper(ctx, asked);
    const file = format === 'pdf' ? await pdfOf(paper, new Date(ctx.now)) : await wordOf(paper);
    await this.reads.record(ctx, { subject: asked.id, cls: 'export', purpose: 'history.comparison' });
    void reply
      .header('content-disposition', `attachment; filename="so-sanh-${asked.from}-${asked.to}.${format}"`)
      .header('cache-control', 'private, no-store')
      .type(TYPES[format])
      .send(file);
  }

  private async paper(ctx: Context, query: ComparisonQuery): Promise<Paper> {
    const { label, changes, names } = await this.queries.between(ctx, query);
    const organisations = await this.runtime.directory.organisations(ctx);
    const nameOf = (id: string): string | undefined =>
      organisations.find((one) => one.id === id)?.name ?? names.get(id);
    const { account, role, organisationId } = ctx.actor;
    const authority = organisations.find(({ kind, outside }) => kind === 'committee' && !outside)?.name;
    const by = [printed(`role.${role}`) ?? role, organisationId && nameOf(organisationId)]
      .filter(Boolean)
      .join(', ');
    return paperOf({
      query,
      label,
      changes,
      authority: authority ?? ctx.tenantId,
      by,
      account,
      now: ctx.now,
      nameOf,
    });
  }
}
