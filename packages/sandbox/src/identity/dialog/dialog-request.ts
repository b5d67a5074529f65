import type { Params } from '../../graph/params.ts'
import { isLoopback } from '../callback-address.ts'
import type { Identity } from '../identity.ts'
import { basicPermission, configuredPermissions, permissions } from '../permissions.ts'

/** What an app asks of the dialog, checked. */
export interface DialogRequest {
  /** Exactly as it came: the code exchange compares it letter by letter. */
  redirectUri: string
  state: string | undefined
  /** Permissions asked for, the basic one first. */
  scopes: readonly string[]
  responseTypes: ReadonlySet<ResponseType>
  /** Asks again for what was declined before. */
  isRerequest: boolean
}

export type ResponseType = 'code' | 'token' | 'granted_scopes'

/** The app or the answer is wrong. A person reads it, on the page: where the redirect is wrong nobody else can be told. */
export class DialogError extends Error {
  override readonly name = 'DialogError'
  /** Who has to change something: the app its link, or whoever filled in the form. */
  readonly wrong: 'link' | 'answer'

  constructor(message: string, wrong: 'link' | 'answer' = 'link') {
    super(message)
    this.wrong = wrong
  }
}

// Longer ones would not fit into the header that carries them back.
const maxStateLength = 8000
const maxAddressLength = 4000

/** @throws {DialogError} Wrong app, address, permission or response type; the message says what to change. */
export function readDialogRequest(params: Params, identity: Identity): DialogRequest {
  checkApp(params.get('client_id') ?? '', identity)
  const redirectUri = params.get('redirect_uri') ?? ''
  checkRedirect(redirectUri, identity)
  const state = params.get('state')
  if ((state?.length ?? 0) > maxStateLength) {
    throw new DialogError(`state is longer than ${maxStateLength} characters and could not be carried back.`)
  }
  return {
    redirectUri,
    state,
    scopes: readScopes(params),
    responseTypes: readResponseTypes(params.get('response_type') ?? ''),
    isRerequest: (params.get('auth_type') ?? '').split(',').includes('rerequest'),
  }
}

function checkApp(clientId: string, { appId }: Identity): void {
  if (clientId === '')
    throw new DialogError('client_id is missing. It is the id of the app, as the sandbox printed it.')
  if (clientId !== appId) {
    throw new DialogError('Invalid app ID: no app of this sandbox has the client_id of this link.')
  }
}

function checkRedirect(text: string, { redirectUris }: Identity): void {
  if (text === '') throw new DialogError('redirect_uri is missing. It is the address of your app to return to.')
  const url = text.length <= maxAddressLength && URL.canParse(text) ? new URL(text) : undefined
  // A header carries it back as it is, and headers hold no blanks, control characters or letters beyond ASCII.
  if (!url || !/^https?:\/\/[\x21-\x7e]+$/i.test(text) || text.includes('\\')) {
    throw new DialogError('URL blocked: redirect_uri must be a whole http or https address.')
  }
  if (url.username !== '' || url.password !== '' || text.includes('#')) {
    throw new DialogError('URL blocked: redirect_uri must not carry a user name, a password or a fragment.')
  }
  if (redirectUris.length > 0 ? !redirectUris.includes(text) : url.protocol === 'http:' && !isLoopback(url)) {
    throw new DialogError(
      redirectUris.length > 0
        ? 'URL blocked: redirect_uri is not among the addresses this app may return to. They are compared letter by letter.'
        : 'URL blocked: redirect_uri must use https, unless it points at this machine.',
    )
  }
}

function readScopes(params: Params): readonly string[] {
  const asked = (params.get('scope') ?? '').split(/[\s,]+/).filter((name) => name !== '')
  const unknown = asked.filter((name) => !permissions.has(name))
  if (unknown.length > 0) {
    throw new DialogError(`Invalid scopes: ${unknown.map(shown).slice(0, 5).join(', ')}.`)
  }
  const configured = asked.length === 0 && (params.get('config_id') ?? '') !== '' ? configuredPermissions : asked
  return [...new Set([basicPermission, ...configured])]
}

/** A word of the sender's for a message. What does not look like a permission or an id may be anything, a token even. */
export function shown(name: string): string {
  return /^(?:[a-z_.]{1,60}|(?:act_)?\d{1,20})$/.test(name) ? name : '(unreadable)'
}

function readResponseTypes(text: string): ReadonlySet<ResponseType> {
  const types = text.split(/[\s,+]+/).filter((name) => name !== '')
  const unknown = types.find((name) => name !== 'code' && name !== 'token' && name !== 'granted_scopes')
  if (unknown !== undefined) {
    throw new DialogError('response_type must be code, token, "code token", or one of them with granted_scopes.')
  }
  const known = new Set(types as ResponseType[])
  // The scopes alone would leave the app without a way in.
  return known.has('code') || known.has('token') ? known : known.add('code')
}
