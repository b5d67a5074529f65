import type { Sandbox } from '../start-sandbox.ts'

export const redirectUri = 'http://localhost:3000/meta/callback'

/** Goes through the dialog as a browser would in its last step, and tells where it leads. */
export async function logIn(
  sandbox: Sandbox,
  fields: Readonly<Record<string, string>> | readonly (readonly [string, string])[] = {},
): Promise<{ status: number; location: URL; text: string; headers: Headers }> {
  const own = Array.isArray(fields) ? fields : Object.entries(fields)
  const form = new URLSearchParams()
  form.set('client_id', sandbox.appId)
  form.set('redirect_uri', redirectUri)
  form.set('decision', 'continue')
  form.set('scope', 'ads_read,ads_management,pages_show_list')
  for (const [name] of own) form.delete(name)
  for (const [name, value] of own) form.append(name, value)
  const response = await fetch(`${sandbox.url}/v25.0/dialog/oauth`, { method: 'POST', body: form, redirect: 'manual' })
  const location = response.headers.get('location') ?? 'http://nowhere.test/'
  return {
    status: response.status,
    location: new URL(location),
    text: await response.text(),
    headers: response.headers,
  }
}

/** A code for a user token of a person, given all that was asked for. */
export async function codeFor(sandbox: Sandbox, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  return (await logIn(sandbox, fields)).location.searchParams.get('code') ?? ''
}

/** A long-lived user token of a person. */
export async function tokenFor(sandbox: Sandbox, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const url = new URL(`${sandbox.url}/v25.0/oauth/access_token`)
  const { appId, appSecret } = sandbox
  const code = await codeFor(sandbox, fields)
  for (const [name, value] of Object.entries({
    client_id: appId,
    client_secret: appSecret,
    redirect_uri: redirectUri,
    code,
  }))
    url.searchParams.set(name, value)
  const { access_token: token } = (await (await fetch(url)).json()) as { access_token: string }
  return token
}
