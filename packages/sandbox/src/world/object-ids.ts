import type { ObjectType } from './objects.ts'

/** Ids look like Meta's; the account and the kind can be read back from them, so that any id is found without a table. */
export function objectId(accountIndex: number, type: NumberedType, index: number): string {
  // 7919 shares no factor with 10^7, so distinct positions give distinct, unordered-looking endings.
  const ending = (index * 7919 + 104_729 * (accountIndex + 1)) % 10_000_000
  return `12021${String(accountIndex).padStart(5, '0')}${kinds[type]}${String(ending).padStart(7, '0')}`
}

/** The page that an account advertises for. */
export function pageId(accountIndex: number): string {
  return String(pageBase + accountIndex)
}

/** The account position inside an id made here; undefined for any other text. */
export function accountIndexOf(id: string): number | undefined {
  const digits = idForm.exec(id)?.[1]
  if (digits !== undefined) return Number(digits)
  return isPageId(id) ? Number(id) - pageBase : undefined
}

/** What kind of object an id made here names; undefined for any other text. */
export function objectTypeOf(id: string): NumberedType | undefined {
  const digit = Number(idForm.exec(id)?.[2])
  return numberedTypes.find((type) => kinds[type] === digit)
}

export function isPageId(id: string): boolean {
  return /^104\d{12}$/.test(id) && Number(id) >= pageBase && Number(id) < pageBase + 100_000
}

const idForm = /^12021(\d{5})([1-9])\d{7}$/

const pageBase = 104_200_000_000_000

/** Kinds whose ids are made here; images have theirs from their bytes. */
export type NumberedType = Exclude<ObjectType, 'AdImage'> | 'HighDemandPeriod'

const kinds = {
  Campaign: 1,
  AdSet: 2,
  Ad: 3,
  AdCreative: 4,
  AdLabel: 5,
  CustomAudience: 6,
  SavedAudience: 7,
  AdsPixel: 8,
  HighDemandPeriod: 9,
} as const satisfies Record<NumberedType, number>

const numberedTypes = Object.keys(kinds) as NumberedType[]
