import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Which process made it: `service.name`, `service.instance.id`. */
  readonly resource: Readonly<Record<string, unknown>>;
}

interface KeyValue {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}
interface TracesBody {
  readonly resourceSpans?: readonly {
    readonly resource?: { readonly attributes: readonly KeyValue[] };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<ReceivedSpan, 'attributes' | 'resource'> & {
        readonly attributes: readonly KeyValue[];
      })[];
    }[];
  }[];
}
export interface ReceivedMetric {
  readonly name: string;
  readonly unit: string;
  readonly attributes: readonly string[];
}
interface Points {
  readonly dataPoints: readonly { readonly attributes: readonly KeyValue[] }[];
}
interface MetricsBody {
  readonly resourceMetrics?: readonly {
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly unit: string;
        readonly sum?: Points;
        readonly gauge?: Points;
        readonly histogram?: Points;
      }[];
    }[];
  }[];
}

/** A collector that keeps what it is sent: OTLP over HTTP, JSON. */
export class OtlpReceiver {
  /** Every body as it came, for who looks for what must not be in it. */
  readonly bodies: string[] = [];
  readonly spans: ReceivedSpan[] = [];
  readonly metrics: ReceivedMetric[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OtlpReceiver> {
    let receiver: OtlpReceiver | undefined = undefined;
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        (receiver as OtlpReceiver | undefined)?.take(
          request.url ?? '',
          Buffer.concat(chunks).toString('utf8'),
        );
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    receiver = new OtlpReceiver(server);
    return receiver;
  }

  /** Settings of a process that sends here, soon. */
  get settings(): Record<string, string> {
    return {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`,
      OTEL_METRIC_EXPORT_INTERVAL: '1000',
      OTEL_BSP_SCHEDULE_DELAY: '200',
      OTEL_BSP_MAX_QUEUE_SIZE: '200000',
    };
  }

  trace(traceId: string): ReceivedSpan[] {
    return this.spans.filter((span) => span.traceId === traceId);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private take(url: string, body: string): void {
    this.bodies.push(body);
    if (url.endsWith('/v1/traces')) this.takeSpans(JSON.parse(body) as TracesBody);
    if (url.endsWith('/v1/metrics')) this.takeMetrics(JSON.parse(body) as MetricsBody);
  }

  private takeSpans({ resourceSpans = [] }: TracesBody): void {
    for (const { scopeSpans, resource: of } of resourceSpans) {
      const resource = Object.fromEntries((of?.attributes ?? []).map(entryOf));
      for (const { spans } of scopeSpans)
        for (const { attributes, ...span } of spans)
          this.spans.push({ ...span, resource, attributes: Object.fromEntries(attributes.map(entryOf)) });
    }
  }

  private takeMetrics({ resourceMetrics = [] }: MetricsBody): void {
    for (const { scopeMetrics } of resourceMetrics)
      for (const { metrics } of scopeMetrics)
        for (const { name, unit, sum, gauge, histogram } of metrics) {
          const points = (sum ?? gauge ?? histogram)?.dataPoints ?? [];
          const attributes = points.flatMap((point) => point.attributes.map(({ key }) => key));
          this.metrics.push({ name, unit, attributes: [...new Set(attributes)] });
        }
  }
}

function entryOf({ key, value }: KeyValue): [string, unknown] {
  return [key, Object.values(value)[0]];
}
