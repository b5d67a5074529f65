// The server's parts.
export { createAdpane } from './adpane.ts'
export type { Adpane, AdpaneOptions } from './adpane.ts'
export { clockStartingAt, systemClock } from './clock.ts'
export type { Clock } from './clock.ts'

// What it remembers.
export { openPgliteStore } from './store/pglite.ts'
export type { PgliteStoreOptions } from './store/pglite.ts'
export { openPostgresStore } from './store/postgres.ts'
export type { PostgresStoreOptions } from './store/postgres.ts'
export type { Store } from './store/store.ts'

// What it keeps at hand.
export { createInProcessCache } from './cache/in-process-cache.ts'
export { openRedisCache } from './cache/redis-cache.ts'
export type { Cache } from './cache/cache.ts'

// Tenants.
export { createKeyRing } from './tenants/key-ring.ts'
export type { KeyRing, SealingKey } from './tenants/key-ring.ts'
export type { TenantConnection } from './tenants/organizations.ts'
export type { SyncOptions, SyncProgress } from './sync/sync-tenant.ts'

// Meta.
export { createGraphClient } from './graph/graph-client.ts'
export type { GraphClient, GraphClientOptions } from './graph/graph-client.ts'
export type { GraphAttempt } from './graph/graph-attempt.ts'
export type { TenantApi } from './graph/tenant-api.ts'
export { reference } from './graph/batch/reference.ts'
export type { BatchOperation, BatchOptions, BatchOutcome, LookUp } from './graph/batch/batch-operation.ts'
export type { WriteOptions, WriteParams } from './graph/write.ts'

// Who may call Meta now.
export { createGovernor } from './governor/governor.ts'
export type { GovernedCall, Governor, GovernorOptions, Lane, Permit, UseCase } from './governor/governor.ts'
export type { CallOutcome } from './governor/call-outcome.ts'
export type { GovernorStorage } from './governor/governor-storage.ts'
export { memoryGovernorStorage } from './governor/memory-storage.ts'
export { redisGovernorStorage } from './governor/redis-storage.ts'
export type { RedisGovernorStorageOptions } from './governor/redis-storage.ts'
export type { LimitUsage, TenantUsage, UsageReport } from './governor/usage-report.ts'

// How it fails.
export { AdsError } from './errors/ads-error.ts'
export type { AdsErrorOptions, Execution, FieldProblem, MetaErrorInfo } from './errors/ads-error.ts'
export { AccountNotAllowedError } from './errors/account-not-allowed-error.ts'
export { ConnectionBrokenError } from './errors/connection-broken-error.ts'
export { CredentialUnreadableError } from './errors/credential-unreadable-error.ts'
export { DependencyFailedError } from './errors/dependency-failed-error.ts'
export { InvalidOptionError } from './errors/invalid-option-error.ts'
export { InvalidRequestError } from './errors/invalid-request-error.ts'
export { MetaRateLimitError } from './errors/meta-rate-limit-error.ts'
export { MetaRejectedError } from './errors/meta-rejected-error.ts'
export { MetaUnavailableError } from './errors/meta-unavailable-error.ts'
export { MetaUnreachableError } from './errors/meta-unreachable-error.ts'
export { NotFoundError } from './errors/not-found-error.ts'
export { OutcomeUnknownError } from './errors/outcome-unknown-error.ts'
export { PermissionMissingError } from './errors/permission-missing-error.ts'
export { TooMuchDataError } from './errors/too-much-data-error.ts'
