import type { Bundle, BundleEvent } from './bundle.js';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { LogContents } from './log-contents.js';
import { faultsOfLogs, isLogged } from './log-of-logs.js';
import { readLogHead, readLogLine, type LogHead } from './log-file.js';
import { parseNote, type Note } from './note.js';
import { GoneKeys } from './person-keys.js';
import { parsePolicy, type Policy } from './policy.js';
import { Trust } from './trust.js';
import { worstOf, type AuditFault, type Verdict } from './verdict.js';

export interface Verification {
  readonly verdict: Verdict;
  readonly first?: AuditFault;
  readonly faults: readonly AuditFault[];
  readonly checkpoint?: Checkpoint;
  readonly scope?: Bundle['scope'];
  readonly events: number;
  readonly streams: readonly string[];
  /** Names, as the policy gives them, of those who cosigned. */
  readonly witnesses: readonly string[];
  readonly operators: readonly string[];
  /** The page in it was made again from the events and compared. */
  readonly folded: boolean;
  /** The checkpoint stands in the log of logs that the policy names. */
  readonly logged: boolean;
}

const NOT_READ: readonly AuditFault[] = [{ code: 'bundle.unreadable' }];
export const UNREADABLE: Verification = {
  ...worstOf(NOT_READ),
  faults: NOT_READ,
  events: 0,
  streams: [],
  witnesses: [],
  operators: [],
  folded: false,
  logged: false,
};

/** Steps 1 to 4 and 12, which every bundle has: what it says of itself, held against the policy. */
export class Vouching {
  readonly trust: Trust;
  private readonly policy: Policy | undefined;

  private constructor(
    private readonly head: LogHead,
    private readonly note: Note,
    readonly checkpoint: Checkpoint,
    private readonly policyText: string | undefined,
  ) {
    this.policy = policyText === undefined ? undefined : parsePolicy(policyText);
    this.trust = new Trust(head, note, checkpoint, this.policy);
  }

  /** Undefined where the bundle's notes have not the form of one. */
  static of(head: LogHead, policyText: string | undefined): Vouching | undefined {
    const note = parseNote(head.checkpoint);
    const checkpoint = note && parseCheckpoint(note.text);
    if (!note || !checkpoint || (head.logOfLogs && !isLogged(head.logOfLogs))) return undefined;
    return new Vouching(head, note, checkpoint, policyText);
  }

  /** With what was found in the contents, and with the keys, in the order of the steps. */
  verification(
    contents: readonly AuditFault[],
    found: Pick<Verification, 'scope' | 'events' | 'streams' | 'folded'>,
  ): Verification {
    const { trust, policy, checkpoint } = this;
    const { text } = this.note;
    const ofLogs = faultsOfLogs(this.head.logOfLogs, { text, checkpoint, key: trust.key, policy });
    const faults = [
      ...trust.ofPolicy(this.policyText !== undefined),
      ...trust.ofSignatures(),
      ...contents,
      ...ofLogs,
    ];
    return {
      ...worstOf(faults),
      faults,
      checkpoint,
      ...found,
      witnesses: trust.cosigners,
      operators: trust.cosigners.filter((name) => policy?.operators.has(name)),
      logged: policy?.logOfLogs !== undefined && ofLogs.length === 0,
    };
  }
}

/** Verifies a whole log in lines as they come: what it holds grows with streams and persons, not with events. */
export class LogVerification {
  private readonly gone = new GoneKeys();
  private vouching: Vouching | undefined;
  private contents: LogContents | undefined;
  private events = 0;
  /** A line had another form: no verdict but that one can follow. */
  isUnreadable = false;

  constructor(private readonly policyText: string | undefined) {}

  get checkpoint(): Checkpoint | undefined {
    return this.vouching?.checkpoint;
  }

  /** @returns the event of the line, where it is one */
  take(line: Buffer): BundleEvent | undefined {
    if (this.isUnreadable) return undefined;
    try {
      if (!this.contents) return this.begin(line);
      const read = readLogLine(line);
      if (read.kind === 'event') return this.add(read.event, this.contents);
      this.gone.add(read.kid);
    } catch {
      this.isUnreadable = true;
    }
    return undefined;
  }

  /** @param isWhole whether the file ended with a line feed */
  end(isWhole: boolean): Verification {
    if (this.isUnreadable || !isWhole || !this.vouching || !this.contents) return UNREADABLE;
    return this.vouching.verification([...this.contents.faults(), ...this.gone.faults()], {
      scope: { kind: 'log' },
      events: this.events,
      streams: [],
      folded: false,
    });
  }

  private begin(line: Buffer): undefined {
    this.vouching = Vouching.of(readLogHead(line), this.policyText);
    if (!this.vouching) throw new Error('no checkpoint');
    this.contents = new LogContents(this.vouching.checkpoint);
  }

  private add(event: BundleEvent, contents: LogContents): BundleEvent {
    this.events += 1;
    contents.add(event);
    this.gone.see(event);
    return event;
  }
}
