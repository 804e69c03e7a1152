import type { ServerResponse } from 'node:http';
import { Controller, Get, Inject, Res, type OnModuleDestroy } from '@nestjs/common';
import { DomainError, type Context } from '@lien-ket/kernel';
import { Ctx } from '@lien-ket/service';
import type { FastifyReply } from 'fastify';
import { afterMs, everyMs } from '../chance.adapter.js';
import type { Change, Changes } from './changes.js';

export const CHANGES = 'lk:changes';
const HEARTBEAT_MS = 20_000;
/** As long as an access token: the browser comes again by itself, and its rights are looked at anew. */
const STREAM_MS = 300_000;
const STREAMS = 2000;
const UNREAD_BYTES = 256 * 1024;

/** Server-sent events: tells open pages that something of their tenant changed. */
@Controller('api/v1/stream')
export class StreamController implements OnModuleDestroy {
  private readonly open = new Set<() => void>();

  constructor(@Inject(CHANGES) private readonly changes: Changes) {}

  @Get()
  stream(@Ctx() ctx: Context, @Res() reply: FastifyReply): void {
    if (this.open.size >= STREAMS) throw new DomainError('unavailable', 'stream.full');
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { ...reply.getHeaders(), ...STREAM_HEADERS } as Record<string, string>);
    raw.write('retry: 1000\n\n');
    const ends = [
      this.changes.subscribe(ctx.tenantId, (change) => tell(raw, ctx, change)),
      everyMs(HEARTBEAT_MS, () => send(raw, ': \n\n')),
      afterMs(STREAM_MS, () => raw.end()),
    ];
    const end = (): void => void raw.end();
    this.open.add(end);
    raw.on('close', () => {
      this.open.delete(end);
      for (const finish of ends) finish();
    });
  }

  onModuleDestroy(): void {
    for (const end of this.open) end();
  }
}

const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
};

function tell(raw: ServerResponse, ctx: Context, { account, ...change }: Change): void {
  if (account !== undefined && account !== ctx.actor.account) return;
  send(raw, `id: ${change.position}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
}

/** A reader that takes nothing more is let go: it comes again and asks for what it missed. */
function send(raw: ServerResponse, text: string): void {
  if (raw.writableLength > UNREAD_BYTES) raw.destroy();
  else if (!raw.writableEnded) raw.write(text);
}
