/**
 * The HTTP edge of every service. It knows no store.
 *
 * Start:       startService(name, Module, { port, ports })          ports: ServicePorts, or provided as SERVICE_PORTS
 *              ServicePorts = { verifier, rights, clock, ids, logger, readiness[] }
 *              verifier: new TokenVerifier({ issuer, keys: { url } | { jwks } })
 *              ids, clock, logger: randomIds, systemClock, serviceLogger(name) of telemetry, unless the platform gives its own
 * Controller:  @Public() @AnyAccount() open a route; @Ctx() ctx and @Who() identity are parameters
 *              create: const meta = commandMeta(request, 'none'); const body = parseCommand(contract, raw);
 *                      const id = newIdOf(ctx, meta, body.id); … return answer(reply, { id, revision, seq }, 'created')
 *              change: commandMeta(request) demands If-Match;  … return answer(reply, { id, revision, seq })
 *              reply is @Res({ passthrough: true }); bodies are read as they came (@Body() raw: unknown)
 *              requireRole(ctx, contract.roles) → the assignment under which the account may; pathId(id)
 *              actingUnder(ctx, contract.roles) → the context under that assignment, for what is recorded
 *              list: const { filter, page } = listOf('<resource>', query); pageRows(builder, page, SORTS)
 *              read one's own write: positionAfter(request) is the Lk-After position, or undefined
 * Document:    OPERATIONS (one row per operation), openApiDocument(); a new read gets its row in reads.ts
 * Refusals:    throw DomainError(kind, code, params, faults); sentences of own codes: addCatalogue({ vi, en })
 */
export {
  answer,
  commandMeta,
  newIdOf,
  normalise,
  parseCommand,
  parseQuery,
  pathId,
} from './command-request.js';
export { refusePersonalData } from './personal-fields.js';
export { positionAfter, type CommandMeta } from './command-request.js';
export {
  AnyAccount,
  Operator,
  ContextGuard,
  Ctx,
  Public,
  Who,
  actingUnder,
  requireRole,
} from './context.guard.js';
export { ConfigurationFaults } from './configuration-faults.js';
export { Conditions } from './conditions.js';
export { heldPage } from './held-page.js';
export { closeOnSignals, randomIds, systemClock } from './edge.adapter.js';
export { addCatalogue, catalogueFaults, knownCodes, languageOf, sentence } from './messages/catalogue.js';
export type { Catalogue, Language } from './messages/catalogue.js';
export { LISTS, listOf, type ListName } from './lists.js';
export {
  PAGE_LIMIT,
  VIETNAMESE,
  momentOf,
  pageFrom,
  pageOf,
  pageRows,
  pageThrough,
  sortOf,
  wholeParams,
  type CursorKey,
  type Moment,
  type PageQuery,
  type SortKeys,
} from './page.js';
export type {
  Identity,
  IdentityVerifier,
  IdSource,
  ReadinessPart,
  ReadinessSource,
  RightsSource,
  ServicePorts,
} from './ports.js';
export { BODY_LIMIT, STATUS, problemOf, refusalOf, type Problem } from './problem.js';
export { PROBLEM_TYPE, ProblemFilter } from './problem.filter.js';
export { headerOf, stateOf, type RequestState } from './request-state.js';
export { secretIn, withSecretFiles, type Environment } from './secret-files.config.js';
export {
  SERVICE_PORTS,
  startService,
  type Edge,
  type RunningService,
  type ServiceOptions,
} from './start-service.js';
export { AUDIENCE, PLATFORM_TENANT, TokenVerifier, type TokenVerifierOptions } from './token-verifier.js';
export { faultsOf } from './zod-faults.js';
export { openApiDocument, type OpenApiDocument } from './openapi.js';
export { API, OPERATIONS, type Operation } from './operations.js';
