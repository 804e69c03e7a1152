export {
  authorityWithCode,
  callsItselfBy,
  endOf,
  hasEnded,
  isAuthority,
  referenceFacts,
  type AuthorityEnd,
  type ReferenceFacts,
} from './authorities.js';
export { directoryProjection } from './directory.projection.js';
export { Directory, actsOn, inabilityOn, successionOf, successorsOn } from './directory.queries.js';
export { AssignmentRow, DIRECTORY_SQL, OrganisationRow } from './directory.rows.js';
export { actingFor, organisationsOf, requireTouch, senderOf, type Sender } from './rules.js';
