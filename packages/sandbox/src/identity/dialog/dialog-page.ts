import { Html, html } from '../../start-page/html.ts'
import type { AdAccount } from '../../world/objects.ts'
import { basicPermission, permissions } from '../permissions.ts'
import type { AppUser } from '../users.ts'
import type { DialogError, DialogRequest } from './dialog-request.ts'
import { dialogStyle } from './dialog-style.ts'

/** A page that sends on nothing: something about the link or the answer is wrong. */
export function errorPage(nonce: string, { message, wrong }: DialogError): string {
  const { title, advice } = errorTexts[wrong]
  return page(
    nonce,
    title,
    html`<div class="card fault">
      <header>
        <p class="mark" aria-hidden="true">!</p>
        <h1>${title}</h1>
        <p class="lead">${message}</p>
      </header>
      <footer><p>Nothing was granted. ${advice}</p></footer>
    </div>`,
  )
}

const errorTexts = {
  link: {
    title: 'This login link does not work',
    advice: 'The app that sent you here has to correct its link.',
  },
  answer: { title: 'This answer cannot be taken', advice: 'Open the login link of the app again.' },
} as const

/** The first step: who are you? */
export function peoplePage(
  nonce: string,
  appName: string,
  { redirectUri }: DialogRequest,
  people: readonly { person: AppUser; href: string; business: string }[],
): string {
  return page(
    nonce,
    `Log in to ${appName}`,
    html`<div class="card">
      <header>
        <p class="mark" aria-hidden="true">${initials(appName)}</p>
        <h1>Log in to ${appName}</h1>
        <p class="lead">Choose who you are. All of them are invented.</p>
      </header>
      <ul aria-label="People">
        ${people.map(personLink)}
      </ul>
      <form method="post">
        <footer>
          <p>You return to ${new URL(redirectUri).host}.</p>
          <button name="decision" value="cancel">Cancel</button>
        </footer>
      </form>
    </div>`,
  )
}

function personLink({ person, href, business }: { person: AppUser; href: string; business: string }): Html {
  return html`<li>
    <a class="row" href="${href}">
      <span class="face" aria-hidden="true">${initials(person.name)}</span>
      <span><span class="title">${person.name}</span><span class="detail">${business}</span></span>
      <span class="go" aria-hidden="true">→</span>
    </a>
  </li>`
}

/** What the second step shows. */
export interface ConsentPage {
  nonce: string
  appName: string
  request: DialogRequest
  person: AppUser
  /** What the app wants to hear again in the answer, by name. */
  hidden: Readonly<Record<string, string>>
  /** Back to the first step. */
  otherPersonHref: string
}

/** The second step: what may the app do, and on which accounts? */
export function consentPage(content: ConsentPage): string {
  const { nonce, appName, request, person, hidden, otherPersonHref } = content
  const title = `${appName} asks for access`
  return page(
    nonce,
    title,
    html`<form class="card" method="post">
      ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <header>
        <p class="mark" aria-hidden="true">${initials(appName)}</p>
        <h1>${title}</h1>
        <p class="lead">
          You are ${person.name}. <a href="${otherPersonHref}">Not you?</a> Untick what ${appName} should not get.
        </p>
      </header>
      <fieldset>
        <legend>${appName} may</legend>
        ${request.scopes.map((name) => permissionRow(name, request, person))}
      </fieldset>
      ${asksForAssets(request) && accountChoice(person)}
      <footer>
        <p>You return to ${new URL(request.redirectUri).host}.</p>
        <button name="decision" value="cancel">Cancel</button>
        <button class="primary" name="decision" value="continue">Continue as ${person.name.split(' ')[0]}</button>
      </footer>
    </form>`,
  )
}

function permissionRow(name: string, { isRerequest }: DialogRequest, { grant }: AppUser): Html {
  const known = permissions.get(name)
  const isBasic = name === basicPermission
  // Meta does not ask a second time for what was declined, unless the app says that it wants to.
  const isDeclined = grant?.permissions.get(name) === 'declined' && !isRerequest
  const locked = isBasic || isDeclined ? ' disabled' : ''
  const attributes = new Html(`${isDeclined ? '' : ' checked'}${locked}`)
  const note = isBasic ? 'Required' : isDeclined ? 'Declined before' : undefined
  return html`<label class="row">
    <input type="checkbox" name="granted" value="${name}" ${attributes} />
    <span>
      <span class="title">${known?.title}</span>
      <span class="detail">${known?.detail}</span>
      <code>${name}</code>
    </span>
    ${note !== undefined && html`<span class="detail">${note}</span>`}
  </label>`
}

function asksForAssets({ scopes }: DialogRequest): boolean {
  return scopes.some((name) => permissions.get(name)?.about !== 'person')
}

// A page of thousands of boxes helps nobody; "all" covers them.
const listedAccounts = 200

function accountChoice({ accounts, grant }: AppUser): Html {
  const chosen = grant?.accounts && new Set(grant.accounts)
  const checked = (isChecked: boolean) => new Html(isChecked ? ' checked' : '')
  const listed = accounts.slice(0, listedAccounts)
  const left = accounts.length - listed.length
  return html`<fieldset>
    <legend>On these ad accounts and their Pages</legend>
    <label class="row">
      <input type="radio" name="accounts" value="all" id="all-accounts" ${checked(!chosen)} />
      <span class="title">${allOf(accounts.length)}, and later ones</span>
    </label>
    <label class="row">
      <input type="radio" name="accounts" value="chosen" ${checked(chosen !== undefined)} />
      <span class="title">Only those I choose</span>
    </label>
    <div class="accounts" role="group" aria-label="Ad accounts">
      ${listed.map((account) => accountRow(account, checked(chosen?.has(account) ?? false)))}
      ${left > 0 && html`<p class="row"><span></span><span class="detail">and ${left} more, which only “All” covers</span></p>`}
    </div>
  </fieldset>`
}

const numberWords = ['', '', '', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

function allOf(accountCount: number): string {
  if (accountCount === 0) return 'All accounts'
  if (accountCount === 1) return 'This account'
  if (accountCount === 2) return 'Both accounts'
  return `All ${numberWords[accountCount] ?? accountCount.toLocaleString('en-US')} accounts`
}

function accountRow({ id, name, currency, timezone }: AdAccount, checked: Html): Html {
  return html`<label class="row">
    <input type="checkbox" name="account" value="${id}" ${checked} />
    <span>
      <span class="title">${name}</span>
      <span class="detail">${currency}, ${timezone}</span>
    </span>
    <code>${id}</code>
  </label>`
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('')
}

function page(nonce: string, title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · sandbox</title>
        <style nonce="${nonce}">
          ${new Html(dialogStyle)}
        </style>
      </head>
      <body>
        <aside class="banner" aria-label="What this page is">
          <strong>Sandbox: invented people.</strong> Not Meta: nothing here touches a real account.
        </aside>
        <main>${body}</main>
      </body>
    </html> `.source
}
