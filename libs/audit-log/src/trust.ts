import type { Bundle } from './bundle.js';
import type { Checkpoint } from './checkpoint.js';
import {
  LOG_SIGNATURE,
  formatVerifierKey,
  isSigned,
  parseVerifierKey,
  type Note,
  type VerifierKey,
} from './note.js';
import { isMet, type Policy } from './policy.js';
import { fault, type AuditFault } from './verdict.js';

/** Steps 2 to 4: whose log it is, who signed, who cosigned. */
export class Trust {
  /** By which the log's own signatures are verified. */
  readonly key: VerifierKey | undefined;
  /** Names of the witnesses with one valid cosignature. */
  readonly cosigners: readonly string[];

  constructor(
    private readonly bundle: Pick<Bundle, 'key'>,
    private readonly note: Note,
    private readonly checkpoint: Checkpoint,
    private readonly policy: Policy | undefined,
  ) {
    const own = parseVerifierKey(bundle.key);
    this.key = this.trusted() ?? (own?.name === checkpoint.origin ? own : undefined);
    this.cosigners = policy ? cosignersOf(note, policy) : [];
  }

  ofPolicy(isGiven: boolean): AuditFault[] {
    const known = this.trusted();
    if (!isGiven) return [{ code: 'policy.missing' }];
    if (!this.policy) return [{ code: 'policy.unreadable' }];
    if (!known) return [{ code: 'policy.log', at: this.checkpoint.origin }];
    return this.bundle.key === formatVerifierKey(known) ? [] : [{ code: 'bundle.key', at: known.name }];
  }

  ofSignatures(): AuditFault[] {
    const { origin } = this.checkpoint;
    return [
      ...(isSignedOnce(this.note, origin, this.key) ? [] : [fault('checkpoint.signature', origin)]),
      ...(this.policy
        ? faultsOfWitnesses(this.note, this.policy, ['cosignature.invalid', 'quorum.missing'])
        : []),
    ];
  }

  private trusted(): VerifierKey | undefined {
    return this.policy?.logs.find(({ name }) => name === this.checkpoint.origin);
  }
}

/** Whether exactly one line stands under the name of a log, and is its signature. */
export function isSignedOnce(
  { text, signatures }: Note,
  origin: string,
  key: VerifierKey | undefined,
): boolean {
  const [line, ...more] = signatures.filter(({ name }) => name === origin);
  return key?.algorithm === LOG_SIGNATURE && !!line && more.length === 0 && isSigned(text, line, key);
}

function linesOf({ signatures }: Note, { name: signer }: VerifierKey): Note['signatures'] {
  return signatures.filter(({ name }) => name === signer);
}

/** Names, as the policy gives them, of the witnesses with one valid line. */
function cosignersOf(note: Note, { witnesses }: Policy): string[] {
  return [...witnesses].flatMap(([name, witness]) => {
    const [line, ...more] = linesOf(note, witness);
    return line && more.length === 0 && isSigned(note.text, line, witness) ? [name] : [];
  });
}

/** Lines of witnesses that are not theirs, and a quorum that is not met. */
export function faultsOfWitnesses(
  note: Note,
  policy: Policy,
  [invalid, missing]:
    readonly ['cosignature.invalid', 'quorum.missing'] | readonly ['logs.cosignature', 'logs.quorum'],
): AuditFault[] {
  const valid = new Set(cosignersOf(note, policy));
  const wrong = [...policy.witnesses].filter(
    ([name, key]) => linesOf(note, key).length > 0 && !valid.has(name),
  );
  return [
    ...wrong.map(([name]) => fault(invalid, name)),
    ...(isMet(policy, valid) ? [] : [fault(missing, policy.quorum)]),
  ];
}
