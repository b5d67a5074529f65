// For tests and stories: a BFF in memory, so that widgets run without a server.
export { createFakeBff, FAKE_ENDPOINT } from './fake-bff.ts'
export type { FakeBff, FakeBffOptions, FakeCall, FakeScenario } from './fake-bff.ts'
export { FAKE_ACCOUNT_ID, FAKE_LEADS_ACCOUNT_ID, fakeAccounts } from './fake-accounts.ts'
