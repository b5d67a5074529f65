/** An invented advertiser: who they are, where they sell, and what their ads cost and earn. */
export interface Business {
  slug: string
  name: string
  /** Where the ads lead; a reserved domain, so that no real site is named. */
  site: string
  markets: readonly Market[]
  economics: Economics
  products: readonly string[]
  /** What the picture of each product shows, in the order of the products. */
  subjects: readonly string[]
  hooks: readonly string[]
}

export interface Market {
  label: string
  country: string
  currency: string
  currencyDecimals: number
  timezone: string
  /** Units of the currency per US dollar, roughly: sets the scale of every amount. */
  perDollar: number
}

/** US dollars and shares; markets scale the money. */
interface Economics {
  costPerThousand: number
  linkClickRate: number
  /** Purchases per landing page view of a prospecting campaign. */
  purchaseRate: number
  orderValue: number
  /** Share of women among the people reached. */
  women: number
}

const us: Market = market('US', 'US', 'USD', 2, 'America/New_York', 1)
const eu: Market = market('EU', 'DE', 'EUR', 2, 'Europe/Berlin', 0.92)
const japan: Market = market('Japan', 'JP', 'JPY', 0, 'Asia/Tokyo', 150)
const australia: Market = market('Australia', 'AU', 'AUD', 2, 'Australia/Sydney', 1.5)
const uk: Market = market('UK', 'GB', 'GBP', 2, 'Europe/London', 0.79)
const brazil: Market = market('Brazil', 'BR', 'BRL', 2, 'America/Sao_Paulo', 5.4)
const india: Market = market('India', 'IN', 'INR', 2, 'Asia/Kolkata', 84)
const canada: Market = market('Canada', 'CA', 'CAD', 2, 'America/Toronto', 1.37)

export const businesses: readonly Business[] = [
  {
    slug: 'fieldnote',
    name: 'Fieldnote Supply',
    site: 'fieldnote.example',
    markets: [us, eu, canada, uk],
    economics: { costPerThousand: 12.4, linkClickRate: 0.0118, purchaseRate: 0.041, orderValue: 92, women: 0.46 },
    products: ['Ridge Pack 28L', 'Storm Shell', 'Merino Base Layer', 'Camp Kettle', 'Trail Runner 3', 'Field Notebook'],
    subjects: ['backpack', 'tent', 'bag', 'mug', 'bottle', 'bag'],
    hooks: ['Built for weather', 'Packs lighter', '30-day trail test', 'Made to be repaired', 'Guide-approved'],
  },
  {
    slug: 'kumo',
    name: 'Kumo Coffee',
    site: 'kumo.example',
    markets: [japan, australia, us, uk],
    economics: { costPerThousand: 7.6, linkClickRate: 0.0126, purchaseRate: 0.052, orderValue: 37, women: 0.57 },
    products: ['Morning Blend', 'Ethiopia Guji', 'Cold Brew Kit', 'Pour-Over Set', 'Decaf Dusk', 'Espresso No. 4'],
    subjects: ['bag', 'bag', 'bottle', 'cup', 'bag', 'cup'],
    hooks: ['Roasted on Tuesday', 'First bag on us', 'Barista at home', 'Skip any time', 'Tastes like apricot'],
  },
  {
    slug: 'solmara',
    name: 'Solmara Skin',
    site: 'solmara.example',
    markets: [brazil, us, uk, eu],
    economics: { costPerThousand: 10.2, linkClickRate: 0.0132, purchaseRate: 0.034, orderValue: 54, women: 0.81 },
    products: ['Daily SPF 50', 'Barrier Cream', 'Vitamin C Drops', 'Night Oil', 'Gel Cleanser'],
    subjects: ['bottle', 'jar', 'bottle', 'bottle', 'jar'],
    hooks: ['Dermatologist-tested', 'No white cast', 'Refill and save', 'Sensitive-skin kind', 'Three-step routine'],
  },
  {
    slug: 'tallow',
    name: 'Tallow & Pine',
    site: 'tallowpine.example',
    markets: [uk, eu, us, india],
    economics: { costPerThousand: 9.1, linkClickRate: 0.0105, purchaseRate: 0.027, orderValue: 138, women: 0.63 },
    products: ['Oak Side Table', 'Linen Throw', 'Pendant Lamp', 'Reading Chair', 'Wool Rug'],
    subjects: ['lamp', 'bag', 'lamp', 'mug', 'bag'],
    hooks: ['Small-batch', 'Delivered in 5 days', 'Try it at home', 'Designed in Leeds', 'Made to last'],
  },
  {
    slug: 'brightdesk',
    name: 'Brightdesk Software',
    site: 'brightdesk.example',
    markets: [us, india, australia, canada],
    economics: { costPerThousand: 16.5, linkClickRate: 0.0084, purchaseRate: 0.022, orderValue: 240, women: 0.42 },
    products: ['Shared Inbox', 'Help Centre', 'Live Chat', 'Report Builder'],
    subjects: ['screen', 'screen', 'screen', 'screen'],
    hooks: ['Set up by lunch', 'Answer twice as fast', 'Free for 14 days', 'Built for small teams'],
  },
]

function market(
  label: string,
  country: string,
  currency: string,
  currencyDecimals: number,
  timezone: string,
  perDollar: number,
): Market {
  return { label, country, currency, currencyDecimals, timezone, perDollar }
}
