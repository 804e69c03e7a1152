import { startAlone } from '@lien-ket/runtime';
import { REPORTING, ReportingModule } from './reporting.module.js';

await startAlone(REPORTING, (runtime) => ReportingModule.with(runtime));
