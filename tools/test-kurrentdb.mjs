// npm run test:kurrentdb: the contract of the event store against real servers, one per tenant:
// KURRENTDB_URL="kurrentdb://… kurrentdb://…" (with a single one, that tenants are apart is not tested).
import './node-version.mjs';
import { runSpecs, specsOf, SUITES } from './suites.mjs';

if (!process.env.KURRENTDB_URL) {
  console.error('Thiếu KURRENTDB_URL (needs KURRENTDB_URL), ví dụ kurrentdb://127.0.0.1:2113?tls=false');
  process.exit(2);
}
const suite = SUITES.find(({ kind }) => kind === 'int');
const { passed, failed } = await runSpecs(
  suite,
  specsOf(suite, ['libs/event-store/src/contract.int.spec.ts']),
);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
