import { startAlone } from '@lien-ket/runtime';
import { ACTIVITY, ActivityModule } from './activity.module.js';

await startAlone(ACTIVITY, (runtime) => ActivityModule.with(runtime));
