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
      "createGovernor",
      "createGraphClient",
      "createInProcessCache",
      "createKeyRing",
      "expand",
      "fieldList",
      "memoryGovernorStorage",
      "openPgliteStore",
      "openPostgresStore",
      "openRedisCache",
      "recordWithOpenTelemetry",
      "redisGovernorStorage",
      "reference",
      "systemClock",
      "versionCalendar",
      "versionStanding",
    ]
  `)
})
