import { say } from '../console.adapter.js';
import { exitWith } from '../exit.adapter.js';
import { doctorConfig } from './doctor.config.js';
import { examine } from './doctor.js';
import { codeOf, page } from './finding.js';

const findings = await examine(doctorConfig());
say(page(findings));
exitWith(codeOf(findings));
