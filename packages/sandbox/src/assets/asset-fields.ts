import { accountNode, businessNode, objectNode, type ObjectNode } from '../graph/node.ts'
import { pixelCode } from './pixel-code.ts'
import { imageUrl } from './image-object.ts'
import { pictureHash } from './planned-images.ts'

interface ReadContext {
  now: Date
  origin: string
}

/** Fields of images, labels and pixels that are computed on reading. */
export const assetFields = {
  AdImage: {
    url: ({ object }: ObjectNode<'AdImage'>, { origin }: ReadContext): unknown => imageUrl(object, origin),
    url_128: ({ object }: ObjectNode<'AdImage'>, { origin }: ReadContext): unknown => imageUrl(object, origin, 128),
    permalink_url: ({ object }: ObjectNode<'AdImage'>, { origin }: ReadContext): unknown => imageUrl(object, origin),
    creatives: (node: ObjectNode<'AdImage'>): unknown => creativesOf(node),
    is_associated_creatives_in_adgroups: (node: ObjectNode<'AdImage'>): unknown => creativesOf(node).length > 0,
    owner_business: ({ account }: ObjectNode<'AdImage'>): unknown => businessNode(account),
  },
  AdLabel: {
    account: ({ account }: ObjectNode<'AdLabel'>): unknown => accountNode(account),
  },
  AdsPixel: {
    code: ({ id }: ObjectNode<'AdsPixel'>, { origin }: ReadContext): unknown => pixelCode(id, origin),
    creation_time: ({ object }: ObjectNode<'AdsPixel'>): unknown => object.values.created_time,
    owner_ad_account: ({ account }: ObjectNode<'AdsPixel'>): unknown => accountNode(account),
    owner_business: ({ account }: ObjectNode<'AdsPixel'>): unknown => businessNode(account),
    can_proxy: (): unknown => false,
    is_created_by_business: (): unknown => true,
    is_unavailable: (): unknown => false,
    enable_automatic_matching: ({ object }: ObjectNode<'AdsPixel'>): unknown =>
      object.values.enable_automatic_matching ?? false,
    data_use_setting: ({ object }: ObjectNode<'AdsPixel'>): unknown =>
      object.values.data_use_setting ?? 'ADVERTISING_AND_ANALYTICS',
    first_party_cookie_status: ({ object }: ObjectNode<'AdsPixel'>): unknown =>
      object.values.first_party_cookie_status ?? 'FIRST_PARTY_COOKIE_ENABLED',
    last_fired_time: ({ object }: ObjectNode<'AdsPixel'>): unknown =>
      object.values.last_fired_time ?? object.values.updated_time,
  },
}

function creativesOf({ account, object }: ObjectNode<'AdImage'>): string[] {
  const { hash } = object.values
  return account
    .objects()
    .all('AdCreative')
    .filter(({ values, picture }) => (values.image_hash ?? pictureHash(picture)) === hash)
    .map((creative) => objectNode(account, creative).id)
}
