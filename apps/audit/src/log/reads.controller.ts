import { Controller, Get, Query } from '@nestjs/common';
import type { Page, PersonReadView } from '@lien-ket/contracts';
import { streamOf, type Context } from '@lien-ket/kernel';
import { PersonReads } from '@lien-ket/read-model';
import { Runtime } from '@lien-ket/runtime';
import { Ctx, listOf, pageFrom, requireRole } from '@lien-ket/service';

/** Who read whose personal data, for the tenant's auditors. Itself no reading of a person: it shows ids only. */
@Controller('api/v1/audit/reads')
export class ReadsController {
  constructor(
    private readonly runtime: Runtime,
    private readonly reads: PersonReads,
  ) {}

  /** Newest first. @throws DomainError notFound for a person that this tenant has not: foreign ones look the same */
  @Get()
  async list(@Ctx() ctx: Context, @Query() given: unknown): Promise<Page<PersonReadView>> {
    requireRole(ctx, ['auditor']);
    const { filter, page } = listOf('audit-reads', given);
    if (filter.person !== undefined) await this.mustBeOurs(ctx, filter.person);
    const { rows, total } = await this.reads.list(ctx, filter, {
      limit: page.limit + 1,
      after: page.after === undefined ? null : Number(page.after[0]),
      newestFirst: page.sort.startsWith('-'),
    });
    return pageFrom(rows, page, total, ({ seq }) => [seq]);
  }

  /** A contact of the register, or an account that has or had a right here. */
  private async mustBeOurs(ctx: Context, person: string): Promise<void> {
    const { store } = this.runtime;
    const staff = await store.read(ctx, streamOf('staff', person), { to: 0 });
    if (staff.length === 0) await this.runtime.history(ctx, 'contact', person);
  }
}
