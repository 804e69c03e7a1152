import type { DoubleProposal, DoubleRecord } from './double-log.js';

/** The client's own generated protocol, loaded only when a double is started: the package is optional. */
export type Protocol = Awaited<ReturnType<typeof loadProtocol>>;
type Streams = Protocol['streams'];
export type ReadRequest = InstanceType<Streams['ReadReq']>;
export type ReadAnswer = InstanceType<Streams['ReadResp']>;
export type BatchRequest = InstanceType<Streams['BatchAppendReq']>;
export type BatchAnswer = InstanceType<Streams['BatchAppendResp']>;

const TICKS_PER_MS = 10_000n;

export async function loadProtocol() {
  const [grpc, streams, services, shared, features, featureServices, status, any, empty] = await Promise.all([
    import('@grpc/grpc-js'),
    import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js'),
    import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js'),
    import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js'),
    import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js'),
    import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js'),
    import('@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js'),
    import('google-protobuf/google/protobuf/any_pb.js'),
    import('google-protobuf/google/protobuf/empty_pb.js'),
  ]);
  return {
    grpc: grpc.default,
    streams: streams.default,
    services: services.default,
    shared: shared.default,
    features: features.default,
    featureServices: featureServices.default,
    status: status.default,
    any: any.default,
    empty: empty.default,
  };
}

export function eventAnswer({ streams, shared }: Protocol, record: DoubleRecord): ReadAnswer {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(record.id);
  const stream = new shared.StreamIdentifier();
  stream.setStreamName(Buffer.from(record.stream));
  event.setId(id);
  event.setStreamIdentifier(stream);
  event.setStreamRevision(String(record.revision));
  event.setCommitPosition(String(record.position.commit));
  event.setPreparePosition(String(record.position.prepare));
  for (const [key, value] of record.metadata) event.getMetadataMap().set(key, value);
  event.getMetadataMap().set('created', String(BigInt(record.createdMs) * TICKS_PER_MS));
  event.setCustomMetadata(record.customMetadata);
  event.setData(record.data);
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(event);
  read.setCommitPosition(String(record.position.commit));
  const answer = new streams.ReadResp();
  answer.setEvent(read);
  return answer;
}

export function notFoundAnswer({ streams, shared }: Protocol, name: string): ReadAnswer {
  const stream = new shared.StreamIdentifier();
  stream.setStreamName(Buffer.from(name));
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(stream);
  const answer = new streams.ReadResp();
  answer.setStreamNotFound(missing);
  return answer;
}

export function confirmedAnswer({ streams }: Protocol, id: string): ReadAnswer {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(id);
  const answer = new streams.ReadResp();
  answer.setConfirmation(confirmation);
  return answer;
}

export function caughtUpAnswer({ streams }: Protocol): ReadAnswer {
  const answer = new streams.ReadResp();
  answer.setCaughtUp(new streams.ReadResp.CaughtUp());
  return answer;
}

export function proposalsOf(request: BatchRequest): DoubleProposal[] {
  return request.getProposedMessagesList().map((message) => ({
    id: message.getId()?.getString() ?? '',
    metadata: new Map(message.getMetadataMap().toArray()),
    data: message.getData_asU8(),
    customMetadata: message.getCustomMetadata_asU8(),
  }));
}

/** @throws Error for an append without an explicit revision: the driver may never send one */
export function expectedOf(
  { streams }: Protocol,
  options: InstanceType<Streams['BatchAppendReq']['Options']>,
): number {
  const kinds = streams.BatchAppendReq.Options.ExpectedStreamPositionCase;
  if (options.getExpectedStreamPositionCase() === kinds.NO_STREAM) return -1;
  if (options.getExpectedStreamPositionCase() === kinds.STREAM_POSITION)
    return Number(options.getStreamPosition());
  throw new Error('an append without an explicit expected revision');
}

export function writtenAnswer(
  { streams, shared }: Protocol,
  revision: number,
  at: DoubleRecord['position'],
): BatchAnswer {
  const success = new streams.BatchAppendResp.Success();
  success.setCurrentRevision(String(revision));
  const position = new shared.AllStreamPosition();
  position.setCommitPosition(String(at.commit));
  position.setPreparePosition(String(at.prepare));
  success.setPosition(position);
  const answer = new streams.BatchAppendResp();
  answer.setSuccess(success);
  return answer;
}

export function wrongAnswer(
  { streams, shared, status, any, empty }: Protocol,
  expected: number,
  current: number,
): BatchAnswer {
  const wrong = new shared.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (expected < 0) wrong.setExpectedNoStream(new empty.Empty());
  else wrong.setExpectedStreamPosition(String(expected));
  const details = new any.Any();
  details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  const error = new status.Status();
  error.setMessage('WrongExpectedVersion');
  error.setDetails(details);
  const answer = new streams.BatchAppendResp();
  answer.setError(error);
  return answer;
}
