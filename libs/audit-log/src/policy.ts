import { COSIGNATURE, LOG_SIGNATURE, parseVerifierKey, type VerifierKey } from './note.js';

/** Whom an auditor trusts: docs/audit-format.md §6. */
export interface Policy {
  readonly logs: readonly VerifierKey[];
  /** In which each checkpoint has to stand; undefined: that is not asked for. */
  readonly logOfLogs: VerifierKey | undefined;
  /** By the name that the policy gives them. */
  readonly witnesses: ReadonlyMap<string, VerifierKey>;
  readonly operators: ReadonlySet<string>;
  /** Undefined: no witness is asked for. */
  readonly quorum: string | undefined;
  readonly groups: ReadonlyMap<string, Group>;
}

export interface Group {
  readonly needed: number;
  readonly members: readonly string[];
}

const NAME = /^[\x21-\x7e]{1,200}$/;
const COUNT = /^[1-9]\d{0,5}$/;

class Draft {
  readonly logs: VerifierKey[] = [];
  readonly witnesses = new Map<string, VerifierKey>();
  readonly groups = new Map<string, Group>();
  readonly operators = new Set<string>();
  quorum: string | undefined;
  logOfLogs: VerifierKey | undefined;

  /** @returns whether the line could be read */
  take(line: string): boolean {
    const [keyword, ...words] = line.split(' ');
    if (words.length === 0 || !words.every((word) => NAME.test(word))) return false;
    if (keyword === 'log') return words.length === 1 && this.log(words[0]);
    if (keyword === 'log-of-logs') return words.length === 1 && this.setLogOfLogs(words[0]);
    if (keyword === 'witness') return words.length <= 3 && this.witness(words[0], words[1]);
    if (keyword === 'group') return this.group(words);
    if (keyword === 'operator') return words.length === 1 && this.operator(words[0]);
    if (keyword === 'quorum') return words.length === 1 && this.setQuorum(words[0]);
    return false;
  }

  private log(text = ''): boolean {
    const key = parseVerifierKey(text);
    if (key?.algorithm !== LOG_SIGNATURE || this.hasKey(key)) return false;
    return this.logs.push(key) > 0;
  }

  private setLogOfLogs(text = ''): boolean {
    const key = parseVerifierKey(text);
    if (this.logOfLogs || key?.algorithm !== LOG_SIGNATURE || this.hasKey(key)) return false;
    this.logOfLogs = key;
    return true;
  }

  private witness(name = '', text = ''): boolean {
    const key = parseVerifierKey(text);
    if (key?.algorithm !== COSIGNATURE || this.isTaken(name) || this.hasKey(key)) return false;
    this.witnesses.set(name, key);
    return true;
  }

  private group([name = '', count = '', ...members]: readonly string[]): boolean {
    const needed = { any: 1, all: members.length }[count] ?? (COUNT.test(count) ? Number(count) : 0);
    if (this.isTaken(name) || needed < 1 || needed > members.length) return false;
    if (!members.every((member) => this.isMember(member)) || new Set(members).size < members.length)
      return false;
    this.groups.set(name, { needed, members });
    return true;
  }

  private operator(name = ''): boolean {
    if (!this.witnesses.has(name) || this.operators.has(name)) return false;
    this.operators.add(name);
    return true;
  }

  private setQuorum(name = ''): boolean {
    if (this.quorum !== undefined || !(name === 'none' || this.isMember(name))) return false;
    this.quorum = name;
    return true;
  }

  private isMember(name: string): boolean {
    return this.witnesses.has(name) || this.groups.has(name);
  }

  private isTaken(name: string): boolean {
    return name === 'none' || this.isMember(name);
  }

  /** A key, or a name in a key, in two lines would let one party count as two. */
  private hasKey({ name, publicKey }: VerifierKey): boolean {
    const others = this.logOfLogs ? [this.logOfLogs] : [];
    return [...this.logs, ...this.witnesses.values(), ...others].some(
      (known) => known.publicKey.equals(publicKey) || known.name === name,
    );
  }
}

/** Undefined when any line can't be read, or no quorum is named. */
export function parsePolicy(text: string): Policy | undefined {
  const draft = new Draft();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  if (!lines.every((line) => draft.take(line)) || draft.quorum === undefined) return undefined;
  const { logs, logOfLogs, witnesses, operators, groups, quorum } = draft;
  return { logs, logOfLogs, witnesses, operators, groups, quorum: quorum === 'none' ? undefined : quorum };
}

/** Whether the quorum is met by these witnesses; those of the operator never count. */
export function isMet({ quorum, groups, operators }: Policy, witnesses: ReadonlySet<string>): boolean {
  const met = (name: string): boolean => {
    const group = groups.get(name);
    if (!group) return witnesses.has(name) && !operators.has(name);
    return group.members.filter(met).length >= group.needed;
  };
  return quorum === undefined || met(quorum);
}
