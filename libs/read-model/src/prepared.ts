/** From this use on a text is prepared on its connection: the server parses and plans it no more. */
const PREPARED_AT = 3;
/** Each holds memory of its server process for as long as the connection lasts. */
const MAX_PREPARED = 40;
/** Texts that are told apart, those of lists of every length among them. */
const MAX_TEXTS = 500;
/** Its answer would change where a column is added; the server refuses that of a prepared text. */
const ALL_COLUMNS = /(SELECT|RETURNING|,|\.)\s*\*/i;

/** Numbers of texts, one table for all connections: a text is long, and the same in each. */
const numbers = new Map<string, number>();
let lastNumber = 0;

function numberOf(text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  if (numbers.size >= MAX_TEXTS) numbers.clear();
  lastNumber += 1;
  numbers.set(text, lastNumber);
  return lastNumber;
}

/** Which texts one connection sends so often that they are worth a prepared statement. */
export class PreparedTexts {
  private readonly prepared = new Set<number>();
  private readonly uses = new Map<number, number>();

  /** @returns the name of its statement; undefined while it is sent as it is */
  nameOf(text: string): string | undefined {
    const number = numberOf(text);
    if (this.prepared.has(number)) return `lk_p${number}`;
    if (this.prepared.size >= MAX_PREPARED) return undefined;
    const uses = (this.uses.get(number) ?? 0) + 1;
    if (this.uses.size >= MAX_TEXTS) this.uses.clear();
    this.uses.set(number, uses);
    if (uses < PREPARED_AT || ALL_COLUMNS.test(text)) return undefined;
    this.prepared.add(number);
    this.uses.delete(number);
    return `lk_p${number}`;
  }
}
