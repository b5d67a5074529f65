import type { AdAccount } from '@adpane/contract'

/** Invented accounts: a shop, a lead generator without purchase values, and one whose currency has no decimals. */
export const fakeAccounts = [
  {
    id: 'act_1010101010',
    name: 'Fieldnote Supply US',
    currency: 'USD',
    timezone: 'America/New_York',
    status: 'active',
  },
  { id: 'act_2020202020', name: 'Fieldnote Trade EU', currency: 'EUR', timezone: 'Europe/Berlin', status: 'active' },
  { id: 'act_3030303030', name: 'フィールドノート', currency: 'JPY', timezone: 'Asia/Tokyo', status: 'active' },
] as const satisfies readonly AdAccount[]

/** The shop, which most stories and tests look at. */
export const FAKE_ACCOUNT_ID = fakeAccounts[0].id
/** Leads only: ROAS is unknown everywhere. */
export const FAKE_LEADS_ACCOUNT_ID = fakeAccounts[1].id
