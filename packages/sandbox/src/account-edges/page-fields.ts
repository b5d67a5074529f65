import { businessNode, type Node } from '../graph/node.ts'
import { pageId } from '../world/object-ids.ts'
import { seedOf } from '../world/random.ts'
import { instagramAccount } from './instagram-accounts.ts'

type PageNode = Extract<Node, { type: 'Page' }>

/** Fields of the page an account advertises for, computed on reading. */
export const pageFields: Readonly<Record<string, (node: PageNode, context: { origin: string }) => unknown>> = {
  name: ({ name }) => name,
  about: ({ name }) => `${name}. Invented by the Adpane sandbox.`,
  category: () => 'Shopping & retail',
  category_list: () => [{ id: '200600219953504', name: 'Shopping & retail' }],
  business: ({ account }) => businessNode(account),
  owner_business: ({ account }) => businessNode(account),
  can_post: () => true,
  fan_count: ({ id }) => fans(id),
  followers_count: ({ id }) => Math.round(fans(id) * 1.08),
  has_added_app: () => true,
  has_transitioned_to_new_page_experience: () => true,
  instagram_business_account: ({ account }, { origin }) => ({ id: instagramAccount(account, origin).id }),
  connected_instagram_account: ({ account }, { origin }) => ({ id: instagramAccount(account, origin).id }),
  is_owned: () => true,
  is_published: () => true,
  leadgen_tos_accepted: () => true,
  link: ({ account }) => `https://www.facebook.com/${pageId(account.index)}`,
  promotion_eligible: () => true,
  username: ({ name }) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ''),
  verification_status: () => 'not_verified',
  tasks: () => ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MANAGE', 'MESSAGING', 'MODERATE'],
  picture: ({ id }, { origin }) => ({
    data: { height: 50, width: 50, is_silhouette: false, url: `${origin}/__media/bag-${seedOf(id) % 1000}-50.svg` },
  }),
}

function fans(id: string): number {
  return 4000 + (seedOf(id, 'fans') % 120_000)
}
