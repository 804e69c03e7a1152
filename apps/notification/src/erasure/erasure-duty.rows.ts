import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a request for erasure waits for: to be assessed, or to be decided and carried out. */
export type ErasureStage = 'assess' | 'carryOut';

/** A request for erasure that is under way; nothing of the person. */
@Entity('erasure_duty')
export class ErasureDutyRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('date', { name: 'received_on' })
  receivedOn!: string;

  @Column('text')
  stage!: ErasureStage;
}
