import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanChange, PlanProvision } from '@lien-ket/contracts';

/** Who leads what, by the plan's own ids: all that duties need of its table. */
export interface LeadsOfPlan {
  readonly sections: readonly { id: string; parentId?: string; leads: readonly string[] }[];
  readonly items: readonly { id: string; sectionId: string; leads: readonly string[] }[];
}

/** What an amendment does to the leads, in force from a day. */
export interface AmendmentOfPlan {
  readonly eventId: string;
  readonly effectiveOn: string;
  readonly changes: readonly PlanChange[];
}

/** An issued plan as reporting needs it: its report provisions, and who leads. */
@Entity('plan')
export class PlanRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'issued_event' })
  issuedEvent!: string;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('date', { name: 'effective_on' })
  effectiveOn!: string;

  /** Business day on which it was entered: what was due before is history. */
  @Column('date', { name: 'entered_on' })
  enteredOn!: string;

  /** Last day of its horizons; null when they say none. */
  @Column('date', { name: 'last_day', nullable: true })
  lastDay!: string | null;

  /** First day on which it is no more in force: recalled, replaced, repealed or annulled. */
  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('boolean')
  example!: boolean;

  @Column('jsonb', { name: 'shared_with' })
  sharedWith!: string[];

  @Column('jsonb')
  provisions!: PlanProvision[];

  @Column('jsonb')
  leads!: LeadsOfPlan;

  @Column('jsonb')
  amendments!: AmendmentOfPlan[];
}
