import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Post, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fileData, type CommandAnswer, type FileData } from '@lien-ket/contracts';
import { DomainError, eventIdOf, streamOf, type Context, type Uuid } from '@lien-ket/kernel';
import { actingFor } from '@lien-ket/access';
import { foldEvents } from '@lien-ket/event-store';
import { Runtime } from '@lien-ket/runtime';
import {
  Ctx,
  actingUnder,
  answer,
  commandMeta,
  newIdOf,
  pathId,
  refusePersonalData,
  type CommandMeta,
} from '@lien-ket/service';
import { Vault } from '@lien-ket/vault';
import { FILE_LIMIT, FileStore } from './file-store.adapter.js';
import { fileDecider } from './file.decider.js';

const STORERS = ['officer', 'head', 'focal', 'region-coordinator', 'clerk'] as const;
/** What nobody reads in a name: lines of their own, and what turns the order of letters round (gpj.exe as exe.jpg). */
const UNREAD = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
/** What kind of file a name says that it is; anything longer may be more than that. */
const ENDING = /\.[a-z0-9]{1,5}$/i;
const BINARY = 'application/octet-stream';

/** Minh chứng. The body is the file itself; its name and type stand in `x-file-name` (URI-encoded) and `x-file-type`. */
@Controller('api/v1/files')
export class FileController implements OnModuleInit {
  constructor(
    private readonly runtime: Runtime,
    private readonly vault: Vault,
    private readonly files: FileStore,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  /** Binary bodies are handed on as they arrive; JSON bodies keep their limit of 1 MiB. */
  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    if (fastify.hasContentTypeParser(BINARY)) return;
    fastify.addContentTypeParser(BINARY, { bodyLimit: FILE_LIMIT + 1 }, (_request, payload, done) =>
      done(null, payload),
    );
  }

  @Post()
  async store(
    @Ctx() ctx: Context,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const acting = actingUnder(ctx, STORERS);
    const { name, mediaType } = describe(request);
    const meta = commandMeta(request, 'none');
    const id = newIdOf(ctx, meta);
    const { kid, key } = await this.vault.fileKey(ctx, id);
    const written = await this.files.write(ctx, id, key, request.body as AsyncIterable<Buffer>);
    const { size, cipherHash, contentMac } = written;
    const storedBy = actingFor(ctx, STORERS);
    const named = await this.sealed(ctx, id, meta, name);
    const command = { type: 'store' as const, ...named, mediaType, size, cipherHash, kid, storedBy };
    // Encrypted anew each time: what the content was is told by its keyed hash.
    const body = { name, mediaType, size, contentMac };
    const envelope = { id, commandId: meta.commandId, name: 'store', command, body };
    try {
      const handled = await this.runtime.handle(acting, fileDecider, envelope);
      if (handled.repeated) await this.files.remove(ctx, id, cipherHash);
      return answer(reply, { id, ...handled }, 'created');
    } catch (error) {
      // Whether an append whose answer was lost named these bytes nobody knows here: the daily sweep does.
      const refused = error instanceof DomainError && error.kind !== 'unavailable';
      if (refused) await this.files.remove(ctx, id, cipherHash);
      throw error;
    }
  }

  /** Asked by HEAD it tells name, type and size only: what a page writes beside the link. */
  @Get(':id')
  async read(
    @Ctx() ctx: Context,
    @Param('id') givenId: string,
    @Req() { method }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const id = pathId(givenId);
    const { stored, swept } = foldEvents(fileDecider, await this.runtime.history(ctx, 'file', id));
    if (!stored || swept) throw new DomainError('notFound', 'notFound');
    const key = await this.vault.keyOfFile(ctx, stored.kid);
    if (!key) throw new DomainError('gone', 'file.erased');
    const bytes =
      method === 'HEAD' ? Readable.from([]) : await this.files.read(ctx, id, stored.cipherHash, key);
    // Never shown inside our pages, whatever its type says.
    const name = `attachment; filename*=UTF-8''${encodeURIComponent(await this.nameOf(ctx, id, stored))}`;
    void reply
      .header('content-disposition', name)
      .header('content-length', stored.size)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .type(stored.mediaType)
      .send(bytes);
  }

  private async sealed(
    ctx: Context,
    id: Uuid,
    { commandId }: CommandMeta,
    name: string,
  ): Promise<Pick<FileData, 'name' | 'sealedName'>> {
    const stream = streamOf('file', id);
    const event = eventIdOf(ctx.tenantId, stream, commandId, 0);
    const sealedName = await this.vault.seal(ctx, id, 'blob', { stream, event, path: '/sealedName' }, name);
    return { name: `minh-chung${ENDING.exec(name)?.[0] ?? ''}`, sealedName };
  }

  private async nameOf(ctx: Context, id: Uuid, { name, sealedName }: FileData): Promise<string> {
    if (!sealedName) return name;
    const read = await this.vault.readOfFile(ctx, streamOf('file', id), 'sealedName', sealedName);
    return read.kind === 'clear' ? read.text : name;
  }
}

function describe(request: FastifyRequest): { name: string; mediaType: string } {
  if (request.headers['content-type'] !== BINARY) throw new DomainError('invalid', 'body.mediaType');
  const [name, mediaType] = [request.headers['x-file-name'], request.headers['x-file-type']].map((value) =>
    typeof value === 'string' ? decoded(value) : undefined,
  );
  const shape = fileData.pick({ name: true, mediaType: true });
  const parsed = shape.safeParse({ name, mediaType: mediaType ?? BINARY });
  if (!parsed.success) refuseName('file.nameless');
  if (UNREAD.test(parsed.data.name)) refuseName('file.nameUnread');
  refusePersonalData({ 'x-file-name': parsed.data.name });
  return parsed.data;
}

function refuseName(code: string): never {
  throw new DomainError('invalid', code, {}, [{ pointer: '/x-file-name', code }]);
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value).normalize('NFC');
  } catch {
    return undefined;
  }
}
