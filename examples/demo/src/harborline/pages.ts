import type { IconName } from './icon.tsx'

/** The pages of the product. Only Advertising is built; the others say so. */
export const pages = [
  { id: 'home', name: 'Home', icon: 'home', group: 'shop' },
  { id: 'orders', name: 'Orders', icon: 'orders', group: 'shop' },
  { id: 'products', name: 'Products', icon: 'box', group: 'shop' },
  { id: 'customers', name: 'Customers', icon: 'people', group: 'shop' },
  { id: 'reports', name: 'Reports', icon: 'chart', group: 'shop' },
  { id: 'advertising', name: 'Advertising', group: 'marketing' },
  { id: 'email', name: 'Email and SMS', group: 'marketing' },
  { id: 'discounts', name: 'Discounts', group: 'marketing' },
  { id: 'storefront', name: 'Storefront', icon: 'store', group: 'channels' },
  { id: 'payouts', name: 'Payouts', icon: 'cash', group: 'channels' },
  { id: 'help', name: 'Help', icon: 'help', group: 'foot' },
  { id: 'settings', name: 'Settings', icon: 'gear', group: 'foot' },
] as const satisfies readonly Page[]

export type PageId = (typeof pages)[number]['id']

export interface Page {
  /** Also its path: `/orders`. */
  id: string
  name: string
  icon?: IconName
  group: 'shop' | 'marketing' | 'channels' | 'foot'
}

export function isPageId(text: string): text is PageId {
  return pages.some(({ id }) => id === text)
}
