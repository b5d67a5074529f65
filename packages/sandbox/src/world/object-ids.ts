/** Ids look like Meta's; the account and the kind can be read back from them, so that any id is found without a table. */
export function objectId(accountIndex: number, kind: keyof typeof kinds, index: number): string {
  // 7919 shares no factor with 10^7, so distinct positions give distinct, unordered-looking endings.
  const ending = (index * 7919 + 104_729 * (accountIndex + 1)) % 10_000_000
  return `12021${String(accountIndex).padStart(5, '0')}${kinds[kind]}${String(ending).padStart(7, '0')}`
}

/** The account position inside an object id of {@link objectId}; undefined for any other text. */
export function accountIndexOf(id: string): number | undefined {
  const digits = /^12021(\d{5})[1-4]\d{7}$/.exec(id)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

const kinds = { campaign: 1, adSet: 2, ad: 3, creative: 4 } as const
