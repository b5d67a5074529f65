import { html, Html } from './html.ts'
import { masked, type PageData } from './page-data.ts'
import { count } from './summary-parts.ts'

export function accountList({ accounts, accountCount }: PageData): Html {
  const more = accountCount - accounts.length
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Ad accounts">
      <table class="accounts">
        <thead>
          <tr>
            <th>Account</th>
            <th>Id</th>
            <th>Business</th>
            <th>Currency</th>
            <th>Time zone</th>
          </tr>
        </thead>
        <tbody>
          ${accounts.map(
            ({ id, name, tenant, currency, timezone }) =>
              html`<tr>
                <td class="name">${name}</td>
                <td class="id"><code>${id}</code> ${copyButton(id, name)}</td>
                <td class="muted">${tenant}</td>
                <td class="muted">${currency}</td>
                <td class="muted">${timezone}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${more > 0 && html`<p class="foot">and ${count(more)} more, by <code>me/adaccounts</code></p>`}`
}

/** Tokens by whom they speak for. Until asked for, only their ends are in the page. */
export function tokenList(data: PageData): Html {
  const { areTokensShown, mayShowTokens, accessToken, tenants, app } = data
  const rows = [
    { owner: 'Developer', sees: 'Sees every account', secret: accessToken },
    ...tenants.map((tenant) => ({
      owner: tenant.name,
      sees: `Sees its ${count(tenant.accountCount)} ${tenant.accountCount === 1 ? 'account' : 'accounts'}`,
      secret: tenant.accessToken,
    })),
    { owner: 'App secret', sees: `Of app ${app.id}`, secret: app.secret },
  ]
  return html`<ul class="rows secrets${areTokensShown ? '' : ' masked'}">
      ${rows.map(
        ({ owner, sees, secret }) =>
          html`<li>
            <div>
              <b>${owner}</b>
              <p class="under">${sees}</p>
            </div>
            <code>${areTokensShown ? secret : masked(secret)}</code>
            ${areTokensShown && copyButton(secret, owner)}
          </li>`,
      )}
    </ul>
    <p class="foot">
      ${
        areTokensShown
          ? html`<a href="/">Hide tokens</a> ·`
          : mayShowTokens
            ? html`<a href="/?tokens=shown">Show tokens</a> ·`
            : 'Open this page as localhost to see them.'
      }
      Invented like everything here: none works at Meta.
    </p>`
}

/** @param lacksToken - The script asks for the page with tokens when it copies. */
export function copyButton(text: string, what: string, { lacksToken = false }: { lacksToken?: boolean } = {}): Html {
  return html`<button
    class="quiet"
    data-copy="${text}"
    ${lacksToken && new Html('data-lacks-token')}
    aria-label="Copy ${what}"
    hidden
  >
    Copy
  </button>`
}
