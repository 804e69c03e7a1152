export { mustBeAble, type NamedOrganisation } from './able-organisations.js';
export { commandOn, createBy, type Call, type Resource, type Sent } from './http.js';
export { ledgerFolder, openVault, type PersonsVault, type VaultPlaces } from './persons-vault.js';
export { PARKED, ParkedController, type ParkedOwner } from './parked.controller.js';
export { ParkedMessages, parkedOf, type ParkedActions, type ParkedView } from './parked.js';
export { Runtime, type ProcessParts, type ServiceSpec } from './runtime.js';
export { openBrokerIn, readAgain, type BrokerIn } from './broker-in.adapter.js';
export { startAlone, type AloneParts, type Joined } from './standalone.adapter.js';
export {
  STANDALONE_SETTINGS,
  rolePassword,
  standaloneConfig,
  type StandaloneConfig,
} from './standalone.config.js';
export { serves, servedTenants, type ServedTenants } from './served-tenants.js';
export { erasedFilesProjection } from './erased-files.projection.js';
export { ERASED_FILES_SQL, ErasedFileRow } from './erased-files.rows.js';
export { evidenceLiesHere, keyOfFile } from './named-files.js';
export { knownHere, type NamedThing } from './recorded-here.js';
export { eventStoresOf } from './stores.config.js';
export { readinessPart } from './readiness-part.js';
export { listenTo } from './listening.js';
export { AppendedTypes } from './recent-log.js';
export type { DailyConditions } from './day-work.js';
