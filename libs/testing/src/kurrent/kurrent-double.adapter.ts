import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Server as GrpcServer, ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js';
import { DoubleLog, type DoubleProposal, type DoubleRecord } from './double-log.js';
import { passes, recordsOf } from './double-reads.js';
import {
  caughtUpAnswer,
  confirmedAnswer,
  eventAnswer,
  expectedOf,
  loadProtocol,
  notFoundAnswer,
  proposalsOf,
  writtenAnswer,
  wrongAnswer,
  type BatchAnswer,
  type BatchRequest,
  type Protocol,
  type ReadAnswer,
  type ReadRequest,
} from './double-wire.js';

type ReadCall = ServerWritableStream<ReadRequest, ReadAnswer>;
type ReadOptions = Parameters<typeof passes>[0];
type BatchCall = ServerDuplexStream<BatchRequest, BatchAnswer>;

/** What shall go wrong next. Each is used up when it has happened. */
export interface DoubleFaults {
  /** So many appends are written, and then the connection goes instead of the answer. */
  lostAnswers: number;
  /** So many appends are written and never answered; the connection stays. */
  silentAnswers: number;
  /** After so many events of a read the connection goes. */
  dropReadAfter: number | undefined;
}

/**
 * A KurrentDB on the wire: the client's own protocol over a real socket, in front of a log that outlives it. Specs only.
 * A small proxy stands before the server, so that connections can be cut as a network does.
 */
export class KurrentDouble {
  readonly faults: DoubleFaults = { lostAnswers: 0, silentAnswers: 0, dropReadAfter: undefined };
  readonly log = new DoubleLog(() => Date.now(), randomUUID);
  /** Requests seen, by kind. */
  readonly seen = { append: 0, read: 0, subscribe: 0 };
  private readonly sockets = new Set<Socket>();
  private readonly subscriptions = new Map<ReadCall, (record: DoubleRecord) => void>();
  private grpc: GrpcServer | undefined;
  private inner = 0;

  private constructor(
    private readonly protocol: Protocol,
    private readonly proxy: Server,
  ) {}

  static async start(): Promise<KurrentDouble> {
    const proxy = createServer();
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    const double = new KurrentDouble(await loadProtocol(), proxy);
    proxy.on('connection', (socket) => double.carry(socket));
    double.log.appendSystem('$epoch-information', '$epoch-information');
    await double.serve();
    return double;
  }

  get connectionString(): string {
    const { port } = this.proxy.address() as AddressInfo;
    return `kurrentdb://127.0.0.1:${port}?tls=false&keepAliveInterval=-1`;
  }

  /** The server goes and comes back on the same address; the log stays, the cache of ids does not. */
  async restart(): Promise<void> {
    this.grpc?.forceShutdown();
    this.drop();
    this.log.forgetIds();
    this.log.appendSystem('$epoch-information', '$epoch-information');
    await this.serve();
  }

  drop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  /** Subscriptions of now stay open and hear nothing more; later ones do. */
  silence(): void {
    this.subscriptions.clear();
  }

  async stop(): Promise<void> {
    this.grpc?.forceShutdown();
    this.drop();
    await new Promise((done) => this.proxy.close(done));
  }

  private carry(socket: Socket): void {
    const other = connect(this.inner, '127.0.0.1');
    for (const [from, to] of [
      [socket, other],
      [other, socket],
    ] as const) {
      this.sockets.add(from);
      from.setNoDelay(true);
      from.on('error', () => undefined);
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }

  private async serve(): Promise<void> {
    const { grpc, services, featureServices } = this.protocol;
    const server = new grpc.Server();
    server.addService(services.StreamsService, {
      read: (call: ReadCall) => this.read(call),
      batchAppend: (call: BatchCall) => this.batchAppend(call),
    });
    server.addService(featureServices.ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, answer: (error: null, methods: unknown) => void) =>
        answer(null, this.features()),
    });
    this.inner = await new Promise<number>((done, failed) =>
      server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) =>
        error ? failed(error) : done(port),
      ),
    );
    this.grpc = server;
  }

  private features(): unknown {
    const { features } = this.protocol;
    const methods = ['read', 'batchappend'].map((name) => {
      const method = new features.SupportedMethod();
      method.setServiceName('event_store.client.streams.streams');
      method.setMethodName(name);
      return method;
    });
    const supported = new features.SupportedMethods();
    supported.setEventStoreServerVersion('25.1.0');
    supported.setMethodsList(methods);
    return supported;
  }

  private read(call: ReadCall): void {
    const options = call.request.getOptions();
    const wanted = options && recordsOf(this.log, options);
    if (!options || !wanted) throw new Error('a read without options');
    if (options.hasSubscription()) return this.subscribe(call, options, wanted);
    this.seen.read += 1;
    if (wanted === 'missing') {
      const name = Buffer.from(
        options.getStream()?.getStreamIdentifier()?.getStreamName_asU8() ?? [],
      ).toString();
      call.write(notFoundAnswer(this.protocol, name));
    } else {
      for (const record of wanted.slice(0, Number(options.getCount()))) {
        if (this.dropsRead()) return this.drop();
        call.write(eventAnswer(this.protocol, record));
      }
    }
    call.end();
  }

  private dropsRead(): boolean {
    if (this.faults.dropReadAfter === undefined) return false;
    this.faults.dropReadAfter -= 1;
    if (this.faults.dropReadAfter >= 0) return false;
    this.faults.dropReadAfter = undefined;
    return true;
  }

  private subscribe(call: ReadCall, options: ReadOptions, wanted: readonly DoubleRecord[] | 'missing'): void {
    this.seen.subscribe += 1;
    call.write(confirmedAnswer(this.protocol, randomUUID()));
    for (const record of wanted === 'missing' ? [] : wanted) call.write(eventAnswer(this.protocol, record));
    call.write(caughtUpAnswer(this.protocol));
    this.subscriptions.set(call, (record) => {
      if (passes(options, record)) call.write(eventAnswer(this.protocol, record));
    });
    call.on('cancelled', () => this.subscriptions.delete(call));
    call.on('close', () => this.subscriptions.delete(call));
  }

  private batchAppend(call: BatchCall): void {
    const waiting = new Map<string, { first: BatchRequest; proposals: DoubleProposal[] }>();
    call.on('data', (request: BatchRequest) => {
      const id = request.getCorrelationId()?.getString() ?? '';
      const open = waiting.get(id) ?? { first: request, proposals: [] };
      waiting.set(id, open);
      open.proposals.push(...proposalsOf(request));
      if (!request.getIsFinal()) return;
      waiting.delete(id);
      this.append(call, open.first, open.proposals);
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  }

  private append(call: BatchCall, first: BatchRequest, proposals: readonly DoubleProposal[]): void {
    this.seen.append += 1;
    const options = first.getOptions();
    if (!options) throw new Error('an append without options');
    const expected = expectedOf(this.protocol, options);
    const stream = Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
    const before = this.log.records.length;
    const outcome = this.log.append(stream, proposals, expected);
    const fresh = this.log.records.slice(before);
    for (const push of this.subscriptions.values()) fresh.forEach(push);
    if (this.losesAnswer()) return;
    const answer =
      outcome.kind === 'written'
        ? writtenAnswer(this.protocol, outcome.revision, outcome.position)
        : wrongAnswer(this.protocol, expected, outcome.current);
    answer.setCorrelationId(first.getCorrelationId());
    answer.setStreamIdentifier(options.getStreamIdentifier());
    call.write(answer);
  }

  private losesAnswer(): boolean {
    if (this.faults.silentAnswers > 0) {
      this.faults.silentAnswers -= 1;
      return true;
    }
    if (this.faults.lostAnswers === 0) return false;
    this.faults.lostAnswers -= 1;
    this.drop();
    return true;
  }
}
