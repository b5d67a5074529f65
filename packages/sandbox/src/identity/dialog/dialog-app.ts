import { randomBytes } from 'node:crypto'
import { Hono, type Context } from 'hono'
import type { SandboxState } from '../../graph/graph-call.ts'
import { BodyTooLargeError, limitedBody } from '../../http/limited-body.ts'
import { consent } from '../user-actions.ts'
import type { AppUser } from '../users.ts'
import { deniedAddress, grantedAddress } from './dialog-answer.ts'
import { chosenAccounts, chosenPermissions, personOf, readDecision } from './dialog-form.ts'
import { consentPage, errorPage, peoplePage } from './dialog-page.ts'
import { DialogError, readDialogRequest, type DialogRequest } from './dialog-request.ts'

type DialogState = Pick<SandboxState, 'identity' | 'clock' | 'world'>

/**
 * The login dialog as pages without scripts: choose a person, then what the app gets.
 *
 * Tests and other clients may post the form straight away: `decision` (`continue` or `cancel`), `person` (default the
 * first), and with `is_choice=1` the ticked `granted` permissions; `accounts=chosen` with `account` for each account.
 * Without `is_choice` and `granted` everything asked for is granted.
 */
export function createDialogApp(sandbox: DialogState): Hono {
  const app = new Hono()
  for (const path of ['/dialog/oauth', '/:version{v\\d+\\.\\d+}/dialog/oauth']) {
    app.get(path, (context) => guarded(context, () => show(context, sandbox)))
    app.post(path, (context) => guarded(context, () => decide(context, sandbox)))
  }
  return app
}

type Answer = { html: (nonce: string) => string } | { location: string }

async function guarded(context: Context, answer: () => Promise<Answer>): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  try {
    const result = await answer()
    if ('location' in result) return new Response(null, { status: 302, headers: redirectHeaders(result.location) })
    return context.html(result.html(nonce), 200, pageHeaders(nonce))
  } catch (error) {
    if (!(error instanceof DialogError)) throw error
    return context.html(errorPage(nonce, error), 400, pageHeaders(nonce))
  }
}

function pageHeaders(nonce: string): Record<string, string> {
  return {
    // Forms may lead anywhere, since browsers hold the redirect to the app against this list too.
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'; form-action http: https:`,
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
}

function redirectHeaders(location: string): Record<string, string> {
  return { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }
}

async function show(context: Context, { identity, world }: DialogState): Promise<Answer> {
  const url = new URL(context.req.url)
  const request = readDialogRequest(new Map(url.searchParams), identity)
  const person = url.searchParams.get('person')
  const hrefOf = (id: string | undefined) => {
    const own = new URLSearchParams(url.searchParams)
    if (id === undefined) own.delete('person')
    else own.set('person', id)
    return `?${own.toString()}`
  }
  if (person === null) {
    const businesses = new Map(world.tenants.map(({ id, name }) => [id, name]))
    const people = identity.users.people.map((user) => ({
      person: user,
      href: hrefOf(user.id),
      business: businesses.get(user.tenantId ?? '') ?? 'Every business, with a role on the app',
    }))
    return { html: (nonce) => peoplePage(nonce, identity.appName, request, people) }
  }
  const content = {
    appName: identity.appName,
    request,
    person: personOf(identity.users.people, person),
    hidden: { ...Object.fromEntries(url.searchParams), person, is_choice: '1' },
    otherPersonHref: hrefOf(undefined),
  }
  return { html: (nonce) => consentPage({ ...content, nonce }) }
}

async function decide(context: Context, { identity, clock }: DialogState): Promise<Answer> {
  checkOrigin(context.req.raw)
  const form = new URLSearchParams(await readForm(context.req.raw))
  const params = new Map([...new URL(context.req.url).searchParams, ...form])
  const request = readDialogRequest(params, identity)
  if (readDecision(params.get('decision')) === 'cancel') return { location: deniedAddress(request) }
  const person = personOf(identity.users.people, params.get('person') ?? identity.users.people[0]?.id ?? '')
  const now = clock.now()
  const asked = askable(request, person)
  const accounts = chosenAccounts(form, person)
  const grant = consent(person, {
    asked,
    granted: new Set(chosenPermissions(form, request) ?? asked),
    ...(accounts ? { accounts } : {}),
    now,
  })
  return { location: grantedAddress(identity, request, person, grant, now) }
}

// Only the dialog's own page may answer for a person. Clients that are no browsers send neither header.
function checkOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const isOwn = site === null ? origin === null || origin === new URL(request.url).origin : isOwnSite(site)
  if (!isOwn) throw new DialogError('This answer came from another site.', 'answer')
}

function isOwnSite(site: string): boolean {
  return site === 'same-origin' || site === 'none'
}

const maxFormBytes = 200_000

async function readForm(request: Request): Promise<string> {
  try {
    return new TextDecoder().decode(await limitedBody(request, maxFormBytes))
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) throw error
    throw new DialogError('The answer is too long.', 'answer')
  }
}

/** What was declined before is not up for an answer, unless the app asked for it again. */
function askable({ scopes, isRerequest }: DialogRequest, { grant }: AppUser): readonly string[] {
  return isRerequest ? scopes : scopes.filter((name) => grant?.permissions.get(name) !== 'declined')
}
