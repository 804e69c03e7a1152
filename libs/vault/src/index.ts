export { open, seal, type Binding, type PersonalClass } from './envelope.js';
export {
  ErasureLedger,
  LedgerFault,
  type Erased,
  type LedgerFaultCode,
  type LedgerState,
} from './erasure-ledger.adapter.js';
export {
  Vault,
  type Destroyed,
  type KeyRows,
  type Personal,
  type Randomness,
  type ReadRecords,
  type Sealed,
  type TenantKeys,
  type VaultParts,
  type WrappedKey,
} from './vault.js';
export { isReplacing, replaceTenantKey, type ReplacingParts, type RewrappedRows } from './replacing.js';
export { KeyFiles, readOrMake, systemRandomness } from './wrapping.adapter.js';
