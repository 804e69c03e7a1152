import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordedPlanEvent } from '@lien-ket/plan-acts';

/** An issued plan as reporting needs it: on any day its report provisions, and who leads. */
@Entity('plan')
export class PlanRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('date', { name: 'effective_on' })
  effectiveOn!: string;

  /** Business day on which it was entered: what was due before is history. */
  @Column('date', { name: 'entered_on' })
  enteredOn!: string;

  /** First day on which it is no more in force: recalled, replaced, repealed or annulled. */
  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('boolean')
  example!: boolean;

  @Column('jsonb', { name: 'shared_with' })
  sharedWith!: string[];

  /** Its acts, corrections among them: what it says on a day is folded from them. */
  @Column('jsonb')
  events!: RecordedPlanEvent[];
}
