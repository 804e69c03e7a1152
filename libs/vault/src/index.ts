export { open, seal, type Binding, type PersonalClass } from './envelope.js';
export {
  Vault,
  type KeyRows,
  type Personal,
  type Randomness,
  type ReadRecords,
  type Sealed,
  type TenantKeys,
} from './vault.js';
export { KeyFiles, readOrMake, systemRandomness } from './wrapping.adapter.js';
