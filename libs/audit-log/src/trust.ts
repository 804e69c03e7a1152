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
  private readonly key: VerifierKey | undefined;
  /** Names of the witnesses with one valid cosignature. */
  readonly cosigners: readonly string[];

  constructor(
    private readonly bundle: Bundle,
    private readonly note: Note,
    private readonly checkpoint: Checkpoint,
    private readonly policy: Policy | undefined,
  ) {
    const own = parseVerifierKey(bundle.key);
    this.key = this.trusted() ?? (own?.name === checkpoint.origin ? own : undefined);
    this.cosigners = [...(policy?.witnesses ?? [])].flatMap(([name, witness]) => {
      const [line, ...more] = this.linesOf(witness);
      return line && more.length === 0 && isSigned(note.text, line, witness) ? [name] : [];
    });
  }

  ofPolicy(isGiven: boolean): AuditFault[] {
    const known = this.trusted();
    if (!isGiven) return [{ code: 'policy.missing' }];
    if (!this.policy) return [{ code: 'policy.unreadable' }];
    if (!known) return [{ code: 'policy.log', at: this.checkpoint.origin }];
    return this.bundle.key === formatVerifierKey(known) ? [] : [{ code: 'bundle.key', at: known.name }];
  }

  ofSignatures(): AuditFault[] {
    const { text, signatures } = this.note;
    const lines = signatures.filter(({ name }) => name === this.checkpoint.origin);
    const [line] = lines;
    const isOurs =
      this.key?.algorithm === LOG_SIGNATURE && line && lines.length === 1 && isSigned(text, line, this.key);
    return [
      ...(isOurs ? [] : [fault('checkpoint.signature', this.checkpoint.origin)]),
      ...this.ofWitnesses(),
    ];
  }

  private ofWitnesses(): AuditFault[] {
    if (!this.policy) return [];
    const valid = new Set(this.cosigners);
    const wrong = [...this.policy.witnesses].filter(
      ([name, key]) => this.linesOf(key).length > 0 && !valid.has(name),
    );
    return [
      ...wrong.map(([name]) => fault('cosignature.invalid', name)),
      ...(isMet(this.policy, valid) ? [] : [fault('quorum.missing', this.policy.quorum)]),
    ];
  }

  private linesOf(key: VerifierKey): Note['signatures'] {
    return this.note.signatures.filter(({ name }) => name === key.name);
  }

  private trusted(): VerifierKey | undefined {
    return this.policy?.logs.find(({ name }) => name === this.checkpoint.origin);
  }
}
