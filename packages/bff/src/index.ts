// The routes.
export { createBff } from './create-bff.ts'
export type { BffOptions } from './create-bff.ts'
export { toFetchHandler } from './to-fetch-handler.ts'
export { errorStatus } from './error-status.ts'
export type { Log, LogEntry } from './request-log.ts'

// Sessions: the host signs, the routes verify.
export { signSession } from './session/sign-session.ts'
export type { SignedSession, SignSessionOptions } from './session/sign-session.ts'
export { sessionScopes } from './session/session.ts'
export type { Session, SessionKey, SessionScope } from './session/session.ts'
export type { VerifySessionOptions } from './session/verify-session.ts'
