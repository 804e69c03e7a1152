import { verifyBundle, verifyPieces, type Scope, type Verification } from '@lien-ket/audit-log';
import type { Context } from '@lien-ket/kernel';
import { contextOfTenant } from '@lien-ket/messaging';
import type { Runtime } from '@lien-ket/runtime';
import { Bundles } from './bundles.js';
import { Cosigning } from './cosigning.js';
import { LogKeyFiles } from './log-keys.adapter.js';
import { Logging } from './logging.js';
import type { LogsPort } from './logs-port.js';
import type { Sealed } from './sealing.js';
import { Sequencer } from './sequencer.js';
import type { WitnessPort } from './witnesses.adapter.js';

export const CLOCK = { now: () => '2024-07-05T01:00:00.000Z', businessDate: () => '2024-07-05' };
const noneGone = { find: async (_: unknown, kid: string) => ({ kid, wrapped: Buffer.alloc(1), version: 1 }) };

/** Who makes a bundle, where it is not the usual. */
export interface Making {
  readonly witnessesOf?: () => readonly WitnessPort[];
  readonly sequencer?: Sequencer;
  readonly logOfLogs?: LogsPort;
}

/** A process that dies before it says on the disk what it will sign. */
export class KilledBefore extends LogKeyFiles {
  override keep(): void {
    throw new Error('killed');
  }
}

/** One that dies just after. */
export class KilledAfter extends LogKeyFiles {
  override keep(tenant: string, text: string): void {
    super.keep(tenant, text);
    throw new Error('killed');
  }
}

/** What a process does to prove the logs of some tenants. */
export class ProofScene {
  constructor(
    readonly audit: Pick<Runtime, 'db' | 'store'>,
    readonly keys: string,
  ) {}

  at(tenant: string): Context {
    return contextOfTenant(tenant, CLOCK);
  }

  sequencer(files = new LogKeyFiles(this.keys)): Sequencer {
    return new Sequencer(this.audit, files);
  }

  async sealed(tenant: string, sequencer = this.sequencer()): Promise<Sealed> {
    await sequencer.integrate(this.at(tenant));
    const found = await sequencer.seal(this.at(tenant));
    if (!found) throw new Error('nothing to sign');
    return found;
  }

  policyOf(tenant: string): string {
    return `log ${this.sequencer().verifierKey(tenant)}\nquorum none\n`;
  }

  bundles({ witnessesOf = () => [], sequencer = this.sequencer(), logOfLogs }: Making = {}): Bundles {
    const quiet = { warn: () => undefined };
    const proofs = {
      sequencer,
      cosigning: new Cosigning(this.audit, witnessesOf, quiet),
      logging: new Logging(this.audit, () => logOfLogs, quiet),
    };
    return new Bundles(this.audit, proofs, noneGone);
  }

  async verified(
    tenant: string,
    scope: Scope,
    policy = this.policyOf(tenant),
    making: Making = {},
  ): Promise<Verification> {
    const [bundles, ctx] = [this.bundles(making), this.at(tenant)];
    if (scope.kind !== 'log') return verifyBundle(Buffer.from(await bundles.of(ctx, scope)), policy);
    return verifyPieces(piecesOf(await bundles.whole(ctx)), policy);
  }
}

async function* piecesOf(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text);
}
