import { expect, it } from 'vitest'
import * as entry from '../src/index.ts'

it('exports these names; a change to them is a change for every user', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "AccountNotAllowedError",
      "AdsError",
      "ConnectionBrokenError",
      "CredentialUnreadableError",
      "DependencyFailedError",
      "InvalidOptionError",
      "InvalidRequestError",
      "MetaRateLimitError",
      "MetaRejectedError",
      "MetaUnavailableError",
      "MetaUnreachableError",
      "NotFoundError",
      "OutcomeUnknownError",
      "PermissionMissingError",
      "TooMuchDataError",
      "clockStartingAt",
      "createAdpane",
      "createGraphClient",
      "createInProcessCache",
      "createKeyRing",
      "openPgliteStore",
      "openPostgresStore",
      "openRedisCache",
      "reference",
      "systemClock",
    ]
  `)
})
