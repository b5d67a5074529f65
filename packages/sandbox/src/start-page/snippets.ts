import { html, type Html } from './html.ts'
import { copyButton } from './account-part.ts'
import type { PageData } from './page-data.ts'

/** Says how the samples come to their token. */
export function tokenHint({ areTokensShown, mayShowTokens }: PageData): Html | false {
  return (
    mayShowTokens &&
    !areTokensShown &&
    html`<small
      ><span class="needs-script">Copy fills in the token · </span><a href="/?tokens=shown">Show tokens</a></small
    >`
  )
}

/** First steps by language; the token stands in only when the page shows tokens, or on its way to the clipboard. */
export function snippets(data: PageData): Html {
  const all = snippetTexts(data)
  return html`<fieldset class="tabs">
      <legend class="hidden">Language</legend>
      ${all.map(
        ({ name }, index) =>
          html`<label
            ><input type="radio" name="snippet" value="${index}" ${index === 0 ? 'checked' : ''} /><span
              >${name}</span
            ></label
          >`,
      )}
    </fieldset>
    ${all.map(
      ({ name, text }, index) =>
        html`<div class="snippet" data-snippet="${index}">
          <pre tabindex="0" aria-label="${name}"><code>${text}</code></pre>
          ${copyButton(text, `${name} snippet`, { lacksToken: data.mayShowTokens && text.includes(placeholder) })}
        </div>`,
    )}`
}

const placeholder = 'YOUR_TOKEN'

interface Snippet {
  name: string
  text: string
}

function snippetTexts({ origin, version, accounts, accessToken, areTokensShown, hasControl }: PageData): Snippet[] {
  const token = areTokensShown ? accessToken : placeholder
  const account = accounts[0]?.id ?? 'act_…'
  return [
    {
      name: 'curl',
      text: `curl -G ${origin}/${version}/${account}/insights \\
  -H 'Authorization: Bearer ${token}' \\
  -d level=campaign -d date_preset=last_7d \\
  -d fields=campaign_name,spend,purchase_roas`,
    },
    {
      name: 'Node SDK',
      text: `// npm install facebook-nodejs-business-sdk
import bizSdk from 'facebook-nodejs-business-sdk'

const { FacebookAdsApi, AdAccount } = bizSdk
Object.defineProperty(FacebookAdsApi, 'GRAPH', { get: () => '${origin}' })
FacebookAdsApi.init('${token}')
const campaigns = await new AdAccount('${account}').getCampaigns(['name', 'effective_status'])
for (const { name, effective_status } of campaigns) console.log(effective_status, name)`,
    },
    {
      name: 'Python SDK',
      text: `# pip install facebook-business
from facebook_business.api import FacebookAdsApi
from facebook_business.session import FacebookSession
from facebook_business.adobjects.adaccount import AdAccount

FacebookSession.GRAPH = '${origin}'
FacebookAdsApi.init(access_token='${token}')
for campaign in AdAccount('${account}').get_campaigns(fields=['name', 'effective_status']):
    print(campaign['effective_status'], campaign['name'])`,
    },
    ...(hasControl ? [{ name: 'Make it fail', text: failing(origin) }] : []),
  ]
}

function failing(origin: string): string {
  return `# The next two insights calls are executed, but their replies are lost
curl ${origin}/__sandbox/faults -d '{"kind":"reply_lost","match":{"edge":"insights"},"count":2}'

# Tomorrow, at once
curl ${origin}/__sandbox/clock/advance -d '{"ms":86400000}'`
}
