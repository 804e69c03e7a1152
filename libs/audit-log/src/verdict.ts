/** Results of a verification, the worst last, and the exit codes of every verifier: docs/audit-format.md §8. */
export const EXIT_CODES = {
  OK: 0,
  'ERASED-FIELDS': 3,
  'CANNOT-DECIDE': 4,
  INCOMPLETE: 5,
  TAMPERED: 6,
} as const;

export type Verdict = keyof typeof EXIT_CODES;

/** Each code of a fault, and its verdict. */
export const FAULTS = {
  'bundle.unreadable': 'CANNOT-DECIDE',
  'policy.missing': 'CANNOT-DECIDE',
  'policy.unreadable': 'CANNOT-DECIDE',
  'policy.log': 'CANNOT-DECIDE',
  'quorum.missing': 'CANNOT-DECIDE',
  'logs.missing': 'CANNOT-DECIDE',
  'logs.quorum': 'CANNOT-DECIDE',
  'scope.missing': 'INCOMPLETE',
  'log.gap': 'INCOMPLETE',
  'stream.gap': 'INCOMPLETE',
  'stream.tail': 'INCOMPLETE',
  'bundle.key': 'TAMPERED',
  'checkpoint.signature': 'TAMPERED',
  'cosignature.invalid': 'TAMPERED',
  'event.order': 'TAMPERED',
  'event.header': 'TAMPERED',
  'event.inclusion': 'TAMPERED',
  'log.beyond': 'TAMPERED',
  'log.root': 'TAMPERED',
  'log.heads': 'TAMPERED',
  'stream.head': 'TAMPERED',
  'stream.order': 'TAMPERED',
  'stream.chain': 'TAMPERED',
  'stream.beyond': 'TAMPERED',
  'page.state': 'TAMPERED',
  'page.text': 'TAMPERED',
  'key.unknown': 'TAMPERED',
  'key.commitment': 'TAMPERED',
  'logs.signature': 'TAMPERED',
  'logs.cosignature': 'TAMPERED',
  'logs.inclusion': 'TAMPERED',
  'logs.checkpoint': 'TAMPERED',
  'logs.fork': 'TAMPERED',
  'field.erased': 'ERASED-FIELDS',
} as const satisfies Record<string, Verdict>;

export type FaultCode = keyof typeof FAULTS;

export interface AuditFault {
  readonly code: FaultCode;
  /** The event, the stream or the key that it is about. */
  readonly at?: string;
}

/** The worst verdict of the faults, and the first of them that has it. */
export function worstOf(faults: readonly AuditFault[]): {
  readonly verdict: Verdict;
  readonly first?: AuditFault;
} {
  const rank = ({ code }: AuditFault): number => EXIT_CODES[FAULTS[code]];
  const worst = Math.max(0, ...faults.map(rank));
  const first = faults.find((fault) => rank(fault) === worst);
  return first ? { verdict: FAULTS[first.code], first } : { verdict: 'OK' };
}

export function fault(code: FaultCode, at?: string | number): AuditFault {
  return at === undefined ? { code } : { code, at: String(at) };
}
