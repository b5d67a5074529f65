import { expect } from 'vitest'
import { type Locator, page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../../styles/index.css'
import { AdpaneProvider, type AdpaneProviderProps } from '../../provider/adpane-provider.tsx'
import { createFakeBff, FAKE_ACCOUNT_ID, FAKE_ENDPOINT, type FakeBff, type FakeScenario } from '../../testing/index.ts'
import { CampaignTable, type CampaignTableProps } from '../campaign-table.tsx'

export interface OpenTableOptions extends Partial<CampaignTableProps> {
  /** @default 'ready' */
  scenario?: FakeScenario
  /** Pixels of the widget. @default 1200 */
  width?: number
  /** Replaces the fake BFF's own. */
  fetch?: typeof globalThis.fetch
  provider?: Partial<AdpaneProviderProps>
}

export interface OpenedTable {
  bff: FakeBff
  table: () => Locator
  /** Name of the first row. */
  firstName: () => string | undefined
}

/** A campaign table on a fake BFF, opened and settled: November in an outdoor shop. */
export async function openTable(options: OpenTableOptions = {}): Promise<OpenedTable> {
  const { scenario = 'ready', width = 1200, fetch, provider, ...props } = options
  const bff = createFakeBff({ scenario })
  await page.viewport(Math.max(400, width + 40), 900)
  await render(
    <AdpaneProvider
      endpoint={FAKE_ENDPOINT}
      fetch={fetch ?? bff.fetch}
      fetchSession={bff.fetchSession}
      now={bff.now}
      appearance="light"
      {...provider}
    >
      <div style={{ inlineSize: width }}>
        <CampaignTable accountId={FAKE_ACCOUNT_ID} since="2026-10-25" until="2026-11-23" {...props} />
      </div>
    </AdpaneProvider>,
  )
  // The foot comes with the numbers.
  if (scenario === 'ready' && !fetch) await expect.element(page.getByText(/^Amounts in/)).toBeVisible()
  return { bff, table: () => page.getByRole('table'), firstName }
}

/** The cell of the row whose name begins so, below the column of this name. */
export function cellOf(name: string, column: string): Locator {
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${escaped(name)}`) }) })
  const index = headers().indexOf(column)
  // The name is a row header, so cells count from the column after it.
  return row.getByRole('cell').nth(index - 1)
}

function headers(): string[] {
  return Array.from(document.querySelectorAll('thead th'), (header) => {
    const copy = header.cloneNode(true) as HTMLElement
    for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove()
    return (copy.textContent ?? '').trim()
  })
}

function firstName(): string | undefined {
  return document.querySelector('tbody th [data-ap-name]')?.lastElementChild?.textContent ?? undefined
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
