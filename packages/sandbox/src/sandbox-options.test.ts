import { expect, it } from 'vitest'
import { resolveOptions, SandboxOptionError, type SandboxOptions } from './sandbox-options.ts'

it('fills in every default', () => {
  expect(resolveOptions({})).toEqual({
    port: 4010,
    host: '127.0.0.1',
    seed: 1,
    accounts: 4,
    ads: 160,
    isClockFrozen: false,
    reportDurationMs: 1200,
    batchTimeoutMs: 30_000,
    tier: 'lenient',
    isProofRequired: false,
    control: false,
    redirectUris: [],
  })
})

it.each([
  ['small', 1],
  ['medium', 20],
  ['large', 500],
  ['huge', 5000],
] as const)('scale %s is %i accounts', (scale, accounts) => {
  expect(resolveOptions({ scale }).accounts).toBe(accounts)
})

it('leaves room for a generated account beside loaded results', () => {
  expect(resolveOptions({ scale: 'small', results: 'file.csv' }).accounts).toBe(2)
})

it.each<[SandboxOptions, RegExp]>([
  [{ accounts: 0 }, /^--accounts must be a whole number from 1 to 10000\.$/],
  [{ scale: 'huge', accounts: 3 }, /^--scale stands for --accounts and --ads\./],
  [{ scale: 'tiny' as 'small' }, /^--scale must be one of small, medium, large, huge\.$/],
  [{ tier: 'gold' as 'standard' }, /^--tier must be one of lenient, development, standard\.$/],
  [{ now: new Date('soon') }, /^--now must be an ISO date/],
  [{ redirectUris: ['localhost:3000'] }, /^--redirect-uri must be an http or https address/],
  [{ deauthorizeUrl: 'ftp://x' }, /^--deauthorize-url must be/],
  [{ dataDeletionUrl: '' }, /^--data-deletion-url must be/],
  [{ scale: 'toString' as 'small' }, /^--scale must be one of/],
])('refuses %j in a sentence that names the option', (options, message) => {
  expect(() => resolveOptions(options)).toThrow(SandboxOptionError)
  expect(() => resolveOptions(options)).toThrow(message)
})
