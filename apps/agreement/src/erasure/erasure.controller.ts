import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ERASURE_READERS,
  erasureCommands,
  type CommandAnswer,
  type ErasureView,
  type Page,
} from '@lien-ket/contracts';
import { erasureTerms } from '@lien-ket/calendar';
import { DomainError, streamOf, type Context, type IsoDate, type Uuid } from '@lien-ket/kernel';
import { Runtime, commandOn, createBy, type Resource } from '@lien-ket/runtime';
import { Ctx, listOf, pageRows, pathId, positionAfter, requireRole, type SortKeys } from '@lien-ket/service';
import { Vault } from '@lien-ket/vault';
import { erasureDecider, type Erasure, type ErasureCommand } from './erasure.decider.js';
import { ErasureRow } from './erasure.rows.js';
import { filesMustLieHere } from './named-files.js';

const RESOURCE = { commands: erasureCommands, decider: erasureDecider } as unknown as Resource<
  Erasure,
  ErasureCommand & { readonly type: string },
  never
>;
const SORTS: Readonly<Record<string, SortKeys<ErasureRow>>> = {
  entered: [{ sql: 'e.seq', of: ({ seq }) => seq }],
};

/** Yêu cầu xóa dữ liệu cá nhân. */
@Controller('api/v1/erasures')
export class ErasureController {
  constructor(
    private readonly runtime: Runtime,
    private readonly vault: Vault,
  ) {}

  @Get()
  async list(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<ErasureView>> {
    requireRole(ctx, ERASURE_READERS);
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('erasures', query);
    const shown = await this.runtime.db.use(ctx, (db) => {
      const rows = db.getRepository(ErasureRow).createQueryBuilder('e');
      if (filter.state) rows.where('e.state = :state', { state: filter.state });
      return pageRows(rows, page, SORTS);
    });
    return { ...shown, items: shown.items.map((row) => view(row, ctx.businessDate)) };
  }

  @Get(':id')
  async one(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<ErasureView> {
    requireRole(ctx, ERASURE_READERS);
    await this.runtime.waitFor(ctx, positionAfter(request));
    const row = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(ErasureRow).findOneBy({ id: pathId(id) }),
    );
    if (!row) throw new DomainError('notFound', 'notFound');
    return view(row, ctx.businessDate);
  }

  @Post()
  async create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    requireRole(ctx, erasureCommands.create.roles);
    await this.mustBeHere(ctx, body);
    return createBy(this.runtime, RESOURCE, { ctx, request, reply, body }, 'create');
  }

  @Post(':id/:command')
  command(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    if (name === 'create') throw new DomainError('notFound', 'notFound');
    return commandOn(this.runtime, RESOURCE, { ctx, request, reply, body }, id, name);
  }

  private async mustBeHere(ctx: Context, body: unknown): Promise<void> {
    const given = erasureCommands.create.body.safeParse(body);
    // A body with faults is refused, with all of them, where the command is read.
    if (!given.success) return;
    const events = await this.runtime.store.read(ctx, streamOf('contact', given.data.contactId as Uuid));
    if (events.length === 0) throw new DomainError('notFound', 'erasure.contactUnknown');
    const { runtime, vault } = this;
    await filesMustLieHere({ runtime, vault }, ctx, (given.data.files ?? []) as Uuid[]);
  }
}

function view({ id, revision, contactId, state, receivedOn, data }: ErasureRow, today: IsoDate): ErasureView {
  const done = data.steps.find(({ step }) => step === 'keyDestroyed' || step === 'answered');
  const terms = erasureTerms(receivedOn);
  const assessed = data.steps.find(({ step }) => step === 'assessed');
  const isLate =
    (assessed?.on ?? today) > terms.answerBy ||
    (state !== 'refused' && (done?.on ?? today) > terms.carryOutBy);
  return { id, revision, contactId, state, receivedOn, ...terms, late: isLate, steps: data.steps };
}
