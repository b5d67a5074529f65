interface Page extends Array<Record<string, unknown>> {
  hasNext(): boolean
  next(): Promise<Page>
}

/** Rows of all pages, as the SDK's readme walks through them. */
export async function rowsOf(first: unknown): Promise<Record<string, unknown>[]> {
  // A cursor is an array that replaces its own rows with those of the next page.
  const page = (await first) as Page
  const rows = [...page]
  while (page.hasNext()) {
    await page.next()
    rows.push(...page)
  }
  return rows
}

/** What an object of the SDK holds; its types know of no fields. */
export function dataOf(object: { exportAllData(): Record<string, unknown> }): Record<string, unknown> {
  return object.exportAllData()
}

/** Sum of a numeric column; insights give numbers as text. Cents, so that sums are exact. */
export function sumOf(rows: readonly Record<string, unknown>[], field: string): number {
  return rows.reduce((sum, row) => sum + cents(row[field]), 0)
}

export function cents(value: unknown): number {
  return Math.round(Number(value ?? 0) * 100)
}
