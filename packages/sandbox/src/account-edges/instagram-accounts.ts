import type { EdgeCall } from '../graph/graph-call.ts'
import type { Node } from '../graph/node.ts'
import type { AdAccount } from '../world/objects.ts'
import { seedOf } from '../world/random.ts'
import { plainList, type PlainRow } from './plain-list.ts'

/** `instagram_accounts` and its kin on ad accounts, pages and businesses: the one account of the business. */
export function instagramAccounts(edge: string): (call: EdgeCall<InstagramOwner>) => unknown {
  return (call) => {
    const accounts = call.node.type === 'Business' ? call.node.accounts : [call.node.account]
    const byBusiness = new Map(accounts.map((account) => [account.business.id, account]))
    const rows = [...byBusiness.values()].map((account) => instagramAccount(account, call.origin))
    return plainList(call, edge, 'IGUser', rows, ({ id }) => String(id), ['id'])
  }
}

type InstagramOwner = Extract<Node, { type: 'AdAccount' | 'Page' | 'Business' }>

/** The Instagram account that an ad account's ads can speak as. */
export function instagramAccount({ business }: AdAccount, origin: string): PlainRow & { id: string } {
  const number = seedOf(business.id, 'instagram')
  return {
    id: String(17_841_400_000_000_000 + number),
    ig_id: 4_000_000_000 + number,
    username: business.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ''),
    name: business.name,
    biography: `${business.name}. Invented by the Adpane sandbox.`,
    followers_count: 8000 + (number % 90_000),
    follows_count: 120 + (number % 400),
    media_count: 240 + (number % 900),
    has_profile_pic: true,
    is_published: true,
    profile_picture_url: `${origin}/__media/bag-${number % 1000}-320.svg`,
  }
}
