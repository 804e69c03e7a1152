import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noticeCommands, type CommandAnswer, type NoticeView, type Page } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { Runtime, commandOn } from '@lien-ket/runtime';
import { Ctx, listOf, positionAfter } from '@lien-ket/service';
import { noticeDecider } from './notice.decider.js';
import { NoticeQueries } from './notice.queries.js';

const NOTICES = { commands: noticeCommands, decider: noticeDecider };

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
    const { filter, page } = listOf('notifications', query);
    return this.queries.mine(ctx, filter.unread, page);
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
