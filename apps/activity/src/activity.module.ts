import { Module, type DynamicModule } from '@nestjs/common';
import { ErasedFileRow, Runtime, erasedFilesProjection, type ServiceSpec } from '@lien-ket/runtime';
import { addCatalogue } from '@lien-ket/service';
import { activityMessages } from './activity.messages.js';
import { ActivityConsumer } from './activity/activity.consumer.js';
import { ActivityController } from './activity/activity.controller.js';
import {
  activityProjection,
  liveSinceProjection,
  planChangeProjection,
} from './activity/activity.projection.js';
import { ActivityRow, LiveSinceRow, PlanChangeRow } from './activity/activity.rows.js';
import { itemRangeProjection, workRangeProjection } from './activity/range.projection.js';
import { FollowedPlanRow, ItemRangeRow, WorkRangeRow, WorkedActivityRow } from './activity/range.rows.js';
import { DifficultyConsumer } from './difficulty/difficulty.consumer.js';
import { DifficultyController } from './difficulty/difficulty.controller.js';
import { difficultyProjection } from './difficulty/difficulty.projection.js';
import { DifficultyRow } from './difficulty/difficulty.rows.js';
import { Vault } from '@lien-ket/vault';
import { FileStore } from './file/file-store.adapter.js';
import { FileConsumer } from './file/file.consumer.js';
import { FileController } from './file/file.controller.js';
import { fileProjection } from './file/file.projection.js';
import { FileRow } from './file/file.rows.js';
import { Activity1700000000001 } from './migrations/0001-activity.js';
import { Participation1700000000002 } from './migrations/0002-participation.js';
import { DifficultyOutcome1700000000003 } from './migrations/0003-difficulty-outcome.js';
import { Petitions1700000000004 } from './migrations/0004-petitions.js';
import { DifficultySteps1700000000005 } from './migrations/0005-difficulty-steps.js';
import { ProgressBy1700000000006 } from './migrations/0006-progress-by.js';
import { ErasedFiles1700000000007 } from './migrations/0007-erased-files.js';
import { CorrectedEntries1700000000008 } from './migrations/0008-corrected-entries.js';
import { CorrectedParticipations1700000000009 } from './migrations/0009-corrected-participations.js';
import { ActivityRanges1700000000010 } from './migrations/0010-activity-ranges.js';
import { ParticipationController } from './participation/participation.controller.js';
import { participationProjection } from './participation/participation.projection.js';
import { ParticipationRow } from './participation/participation.rows.js';

export const ACTIVITY: ServiceSpec = {
  service: 'activity',
  daily: {
    changes: 'EXISTS (SELECT FROM plan_change WHERE effective_on = $1)',
    unnamedFiles: 'EXISTS (SELECT FROM file WHERE NOT named)',
  },
  entities: [
    ActivityRow,
    PlanChangeRow,
    LiveSinceRow,
    FollowedPlanRow,
    ItemRangeRow,
    WorkedActivityRow,
    WorkRangeRow,
    DifficultyRow,
    ParticipationRow,
    FileRow,
    ErasedFileRow,
  ],
  projections: [
    activityProjection,
    planChangeProjection,
    liveSinceProjection,
    itemRangeProjection,
    workRangeProjection,
    difficultyProjection,
    participationProjection,
    fileProjection,
    erasedFilesProjection,
  ],
  migrations: [
    Activity1700000000001,
    Participation1700000000002,
    DifficultyOutcome1700000000003,
    Petitions1700000000004,
    DifficultySteps1700000000005,
    ProgressBy1700000000006,
    ErasedFiles1700000000007,
    CorrectedEntries1700000000008,
    CorrectedParticipations1700000000009,
    ActivityRanges1700000000010,
  ],
};

/** Everything the activity service runs, as one list. */
@Module({})
export class ActivityModule {
  /** @param files directory of the encrypted files */
  static with(runtime: Runtime, vault: Vault, files: string): DynamicModule {
    addCatalogue(activityMessages);
    return {
      module: ActivityModule,
      providers: [
        { provide: Runtime, useValue: runtime },
        { provide: Vault, useValue: vault },
        { provide: FileStore, useValue: new FileStore(files) },
      ],
      controllers: [
        ActivityController,
        ParticipationController,
        DifficultyController,
        FileController,
        ActivityConsumer,
        DifficultyConsumer,
        FileConsumer,
      ],
    };
  }
}
