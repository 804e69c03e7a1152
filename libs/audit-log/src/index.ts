export {
  BUNDLE_FORMAT,
  formatBundle,
  parseBundle,
  type Bundle,
  type BundleEvent,
  type BundleKey,
  type BundlePage,
  type BundleStream,
  type Scope,
} from './bundle.js';
export {
  LOGS_ORIGIN,
  formatCheckpoint,
  originOf,
  parseCheckpoint,
  witnessNameOf,
  type Checkpoint,
} from './checkpoint.js';
export { EMPTY_ROOT, HASH_BYTES, NO_HASH, leafHash } from './hashing.js';
export { HeadsTree, type Head } from './heads.js';
export { Lines } from './lines.js';
export { LOG_FORMAT, formatGone, formatLogEvent, formatLogHead, type LogHead } from './log-file.js';
export { checkpointLeaf, ownNote } from './log-of-logs.js';
export type { LoggedCheckpoint } from './logged.js';
export { decodeLeaf, encodeLeaf, headOf, isLeafOf, streamHash, type Leaf, type LeafParts } from './leaf.js';
export {
  COSIGNATURE,
  LOG_SIGNATURE,
  cosignText,
  formatNote,
  formatSignature,
  formatVerifierKey,
  isSigned,
  parseNote,
  parseSignature,
  parseVerifierKey,
  signText,
  verifierOf,
  type Note,
  type SignatureLine,
  type VerifierKey,
} from './note.js';
export { foldedEvents, type Fold, type FoldedEvent } from './pages.js';
export { sealedFieldsOf } from './person-keys.js';
export { isMet, parsePolicy, type Policy } from './policy.js';
export { verifyConsistency, verifyInclusion } from './proofs.js';
export {
  TILE_WIDTH,
  TileAppender,
  entryBundle,
  nodesOf,
  rememberingTiles,
  tilePath,
  tilePathOf,
  widthOf,
  type Tile,
  type TileReader,
} from './tiles.js';
export { HashTree, RunningRoot, consistencyProof, inclusionProof, rootAt, type NodeReader } from './tree.js';
export { SENTENCES } from './sentences.js';
export { ForkRefused, continues } from './signing.js';
export { EXIT_CODES, FAULTS, worstOf, type AuditFault, type FaultCode, type Verdict } from './verdict.js';
export { LogVerification, type Verification } from './verification.js';
export { verifyBundle, verifyPieces, type Pieces } from './verify.js';
export {
  considerCheckpoint,
  formatAddCheckpoint,
  parseAddCheckpoint,
  type AddCheckpoint,
  type Considered,
  type WitnessMemory,
} from './witness.js';
