import { createHmac, timingSafeEqual } from 'node:crypto'
import { GraphError } from '../graph/graph-error.ts'

/** Lower-case hex HMAC-SHA256 of an access token under the app secret. */
export function appSecretProof(accessToken: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex')
}

/**
 * Checks `appsecret_proof`. A wrong one is refused even where none is required.
 *
 * @throws {GraphError} 100 without subcode, as Meta answers; clients that wait for 190 miss it.
 */
export function checkProof(
  accessToken: string,
  appSecret: string,
  proof: string | undefined,
  isRequired: boolean,
): void {
  if (proof === undefined || proof === '') {
    if (isRequired) throw missingProof()
    return
  }
  const expected = Buffer.from(appSecretProof(accessToken, appSecret), 'hex')
  const given = Buffer.from(/^[0-9a-f]{64}$/.test(proof) ? proof : '', 'hex')
  if (given.length === expected.length && timingSafeEqual(given, expected)) return
  throw new GraphError('Invalid appsecret_proof provided in the API argument', {
    type: 'GraphMethodException',
    code: 100,
  })
}

export function missingProof(): GraphError {
  return new GraphError('API calls from the server require an appsecret_proof argument', {
    type: 'GraphMethodException',
    code: 100,
  })
}
