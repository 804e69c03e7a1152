import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { noticeCommands, type CommandAnswer, type NoticeView, type Page } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { Runtime, commandOn } from '@lien-ket/runtime';
import { Ctx, pageOf, pageParams, parseQuery, positionAfter } from '@lien-ket/service';
import { noticeDecider } from './notice.decider.js';
import { NoticeQueries } from './notice.queries.js';

const NOTICES = { commands: noticeCommands, decider: noticeDecider };
const listQuery = pageParams.extend({ unread: z.stringbool().optional() });

@Controller('api/v1/notifications')
export class NoticeController {
  private readonly queries: NoticeQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new NoticeQueries(runtime);
  }

  @Get()
  async list(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<NoticeView>> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.mine(ctx, parseQuery(listQuery, query).unread, pageOf(query));
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
    return commandOn(this.runtime, NOTICES, { ctx, request, reply, body }, id, name);
  }
}
