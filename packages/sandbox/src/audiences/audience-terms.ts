import { GraphError } from '../graph/graph-error.ts'
import type { EdgeCall } from '../graph/graph-call.ts'
import type { AccountCall } from '../assets/account-call.ts'
import type { AdAccount } from '../world/objects.ts'

/** Names of the terms in an account's `tos_accepted`. An account here has accepted them unless a call has said otherwise. */
const terms = [
  ['custom_audience_tos', 'Custom Audiences Terms for uploaded customer lists.'],
  ['web_custom_audience_tos', 'Custom Audiences Terms for websites and mobile apps.'],
  ['value_based_custom_audience_tos', 'Terms for customer lists with values.'],
] as const

/**
 * Refuses uploads of people to an account whose terms are not accepted (`tos_accepted={"custom_audience_tos":0}`).
 *
 * @throws {GraphError} 200/1870034
 */
export function checkAudienceTerms(account: AdAccount): void {
  if (acceptedTerms(account)['custom_audience_tos'] !== 0) return
  throw new GraphError(
    '(#200) Permissions error',
    {
      type: 'OAuthException',
      code: 200,
      subcode: 1870034,
      isTransient: false,
      userTitle: 'Custom Audience Terms Not Accepted',
      userMessage:
        'To create or edit an audience with a customer list, the terms for custom audiences have to be accepted for ' +
        `this ad account first: https://business.facebook.com/ads/manage/customaudiences/tos/?act=${account.id.slice(4)}`,
    },
    403,
  )
}

/** `tos_accepted` of an account: 1 for accepted. */
export function acceptedTerms(account: AdAccount): Record<string, number> {
  const stored = account.values['tos_accepted']
  const changed = typeof stored === 'object' && stored !== null ? Object.entries(stored) : []
  return {
    ...Object.fromEntries(terms.map(([name]) => [name, 1])),
    ...Object.fromEntries(changed.map(([name, value]) => [name, Number(value)])),
  }
}

/** `GET act_…/customaudiencestos` */
export function listTerms(_call: EdgeCall): unknown {
  return { data: terms.map(([id, content]) => ({ id, content, type: id.toUpperCase() })), paging: {} }
}

/** `POST act_…/customaudiencestos` */
export function acceptTerms({ node, input }: AccountCall): unknown {
  node.account.values['tos_accepted'] = { ...acceptedTerms(node.account), [String(input.tos_id)]: 1 }
  return { success: true }
}
