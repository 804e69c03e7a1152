// `npm run build`: the services and the portal, only what is missing or outdated. Not `nx run-many -t build`: a lib's spec
// uses the testing lib, which uses that lib, and Nx refuses a circle of projects; `tsc -b` knows that specs are left out.
import './node-version.mjs';
import { build, install } from './prepare.mjs';

process.exitCode = (await install()) && (await build()) ? 0 : 1;
