import { actsOn, type OrganisationRow } from '@lien-ket/access';
import type { Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { HeldNumbers } from '../plan/held-numbers.js';
import { nameTaken } from '../plan/number.decider.js';

/** What an organisation is called and until when it acts, before a command and after it. */
type Called = { readonly name: string | null } & Pick<OrganisationRow, 'endedOn'>;

/** Case and blanks make no other name; marks do: Sở Y tế, Sở Ý tế. */
function keyOf(name: string): string {
  const plain = name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLocaleLowerCase('vi');
  return `organisation/${plain}`;
}

/**
 * Two organisations that act at one time are not called the same: in no list could anybody tell which is which. Once one
 * has ended another may take its name.
 */
export class OrganisationNames {
  private readonly held: HeldNumbers;

  constructor(private readonly runtime: Runtime) {
    this.held = new HeldNumbers(runtime);
  }

  /**
   * Does the work while the organisation holds the name that it is to have; what it gave up is free for others then.
   * @throws DomainError conflict organisation.nameTaken
   */
  async following<T>(
    ctx: Context,
    organisationId: string,
    { before, after }: { readonly before?: Called; readonly after: Called },
    work: () => Promise<T>,
  ): Promise<T> {
    const [had, wants] = [before, after].map((one) => borneBy(one, ctx.businessDate));
    if (had === wants) return work();
    const done = wants === undefined ? await work() : await this.holding(ctx, organisationId, after, work);
    if (had !== undefined) await this.held.free(ctx, had, { organisationId });
    return done;
  }

  private async holding<T>(
    ctx: Context,
    organisationId: string,
    { name }: Called,
    work: () => Promise<T>,
  ): Promise<T> {
    const key = keyOf(name ?? '');
    const other = (await this.runtime.directory.organisations(ctx)).find(
      (one) => one.id !== organisationId && borneBy(one, ctx.businessDate) === key,
    );
    if (other) throw nameTaken(other.name, other.id);
    return this.held.during(ctx, key, { organisationId, name: name ?? '' }, work);
  }
}

function borneBy(called: Called | undefined, day: string): string | undefined {
  return called && called.name !== null && actsOn(called, day) ? keyOf(called.name) : undefined;
}
