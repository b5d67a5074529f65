import { seedOf } from '../world/random.ts'
import type { Ad, AdAccount } from '../world/objects.ts'
import type { CellFamily } from './cell-family.ts'
import { cellsFrom, type WeightedCell } from './weighted-cells.ts'

/** Products shown, with the labels of their catalogue. Ads that sell nothing show none. */
export const productFamily: CellFamily = {
  name: 'product',
  isShared: true,
  columns: [
    'product_id',
    'product_group_id',
    'product_set_id_breakdown',
    'product_vendor_id_breakdown',
    'product_group_content_id_breakdown',
    'product_brand_breakdown',
    'product_category_breakdown',
    'product_custom_label_0_breakdown',
    'product_custom_label_1_breakdown',
    'product_custom_label_2_breakdown',
    'product_custom_label_3_breakdown',
    'product_custom_label_4_breakdown',
  ],
  cellsOf(ad, account, adSeed) {
    const { objective } = ad.adSet.campaign.values
    if (objective !== 'OUTCOME_SALES' && objective !== 'PRODUCT_CATALOG_SALES') return undefined
    const list = productsOf(ad, account)
    // Web conversions off Meta are not known by product; they come without one.
    return { ...cellsFrom(list, adSeed, 0.5), offMetaCell: list.length - 1 }
  },
}

const categories = ['Apparel', 'Home', 'Outdoor', 'Beauty']
const vendors = 3

function productsOf(ad: Ad, account: AdAccount): readonly WeightedCell[] {
  const [own = 'Product'] = ad.creative.values.name.split(' | ')
  const names = [own, ...[2, 3, 4].map((number) => `${own} ${number}`)]
  const cells = names.map((name, index) => productCell(account, own, name, index))
  return [...cells, { values: {}, weight: 0 }]
}

function productCell(account: AdAccount, group: string, name: string, index: number): WeightedCell {
  const seed = seedOf(account.id, name)
  const idOf = (kind: string, of: string | number) => String(5_100_000_000_000_000 + seedOf(account.id, kind, of))
  return {
    values: {
      // Meta writes the retailer's id and the product's name into one text.
      product_id: `${idOf('product', name).slice(-9)}, ${name}`,
      product_group_id: idOf('group', group),
      product_set_id_breakdown: idOf('set', 'all'),
      product_vendor_id_breakdown: idOf('vendor', seed % vendors),
      product_group_content_id_breakdown: idOf('content', group),
      product_brand_breakdown: account.business.name,
      product_category_breakdown: categories[seedOf(group) % categories.length] ?? 'Other',
      product_custom_label_0_breakdown: seed % 2 === 0 ? 'bestseller' : 'standard',
      product_custom_label_1_breakdown: seed % 3 === 0 ? 'new' : 'core',
      product_custom_label_2_breakdown: `margin-${seed % 3}`,
      product_custom_label_3_breakdown: '',
      product_custom_label_4_breakdown: '',
    },
    weight: index === 0 ? 3 : 1 / index,
  }
}
