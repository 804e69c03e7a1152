import { startAlone } from '@lien-ket/runtime';
import { AUDIT, AuditModule } from './audit.module.js';

await startAlone(AUDIT, (runtime) => AuditModule.with(runtime));
