import { GraphError } from '../graph/graph-error.ts'

export function unknownApp(): GraphError {
  return oauth('Error validating application. Invalid application ID.', 101)
}

export function missingClientId(): GraphError {
  return oauth('Missing client_id parameter.', 101)
}

export function missingRedirectUri(): GraphError {
  return oauth('Missing redirect_uri parameter.', 191)
}

export function wrongSecret(): GraphError {
  return oauth('Error validating client secret.', 1)
}

export function badCodeFormat(): GraphError {
  return new GraphError('Invalid verification code format.', {
    type: 'OAuthException',
    code: 100,
    kind: 'invalid_code',
  })
}

export function unknownGrantType(grantType: string): GraphError {
  // Someone may have put a token in the wrong parameter: only what looks like a grant type is repeated.
  const shown = /^[a-z_]{1,40}$/.test(grantType) ? grantType : ''
  return oauth(`Invalid grant_type: '${shown}'. Supported types: authorization_code, client_credentials`, 100)
}

function oauth(message: string, code: number): GraphError {
  return new GraphError(message, { type: 'OAuthException', code })
}
