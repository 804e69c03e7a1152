import { sortOf, type PageQuery, type SortKeys } from './page.js';

/** Conditions and their values; `$n` are numbered as they come. */
export class Conditions {
  readonly values: unknown[];
  private readonly all: string[] = [];

  /** @param bound what is bound already, in the same statement */
  constructor(bound: readonly unknown[] = []) {
    this.values = [...bound];
  }

  /** Binds a value; answers what stands for it. */
  place(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** Each `?` in the condition stands for the next value. */
  and(condition: string, ...values: readonly unknown[]): this {
    let next = 0;
    this.all.push(
      condition.replaceAll('?', () => {
        next += 1;
        return this.place(values[next - 1]);
      }),
    );
    return this;
  }

  /** The condition of a page after its cursor; answers the keys of its sort and the order of its rows. */
  after<Row>(
    page: PageQuery,
    sorts: Readonly<Record<string, SortKeys<Row>>>,
  ): { readonly keys: SortKeys<Row>; readonly order: string } {
    const { keys, direction } = sortOf(page, sorts);
    if (page.after) {
      const places = keys.map(({ cast }) => (cast ? `?::${cast}` : '?')).join(', ');
      const compare = direction === 'ASC' ? '>' : '<';
      this.and(`(${keys.map(({ sql }) => sql).join(', ')}) ${compare} (${places})`, ...page.after);
    }
    return { keys, order: keys.map(({ sql }) => `${sql} ${direction}`).join(', ') };
  }

  get where(): string {
    return this.all.length > 0 ? `WHERE ${this.all.map((one) => `(${one})`).join(' AND ')}` : '';
  }
}
