import { CampaignTable } from '@adpane/ui'
import { FAKE_ACCOUNT_ID, FAKE_LEADS_ACCOUNT_ID, fakeAccounts, type FakeScenario } from '@adpane/ui/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { oneRow, stretchedNames, thousandsOfRows } from './fake-rows.ts'

const meta = {
  title: 'Campaign table',
  component: CampaignTable,
  args: { accountId: FAKE_ACCOUNT_ID, since: '2026-10-25', until: '2026-11-23', compare: true },
} satisfies Meta<typeof CampaignTable>

export default meta
type Story = StoryObj<typeof meta>

/** Twelve campaigns of an outdoor shop. Changes leave the unfinished day out on both sides. */
export const Ready: Story = {}

export const AdSets: Story = { args: { level: 'adset' } }

/** Thumbnails come from Meta; an ad without one has a picture of its own colour. */
export const Ads: Story = { args: { level: 'ad' } }

/** A campaign's name leads to its ad sets; the chip leads back. */
export const Drilled: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: /^US \| Retargeting/ }))
    await expect(
      await canvas.findByRole('button', { name: /^Remove filter: campaign US \| Retargeting/ }),
    ).toBeVisible()
    await expect(await canvas.findByRole('table', { name: /^Ad sets/ })).toBeVisible()
  },
}

export const WithoutComparison: Story = { args: { compare: false } }

export const OtherColumns: Story = {
  args: {
    columns: ['impressions', 'reach', 'frequency', 'cpm', 'link_clicks', 'link_ctr', 'cost_per_link_click', 'spend'],
  },
}

export const Leads: Story = {
  args: { accountId: FAKE_LEADS_ACCOUNT_ID, columns: ['leads', 'cost_per_lead', 'spend', 'ctr', 'reach'] },
}

/** Yen have no decimals, and the day there is already tomorrow. */
export const Yen: Story = { args: { accountId: fakeAccounts[2].id } }

/** Names are cut in their middle, since they differ at the end. Marks of direction and markup in them are text. */
export const LongNames: Story = { parameters: { fakeBff: { wrap: stretchedNames } } }

export const OneRow: Story = { parameters: { fakeBff: { wrap: oneRow } } }

/** A thousand rows a page, of five thousand; only those in sight are drawn. */
export const FiveThousandRows: Story = { args: { pageSize: 1000 }, parameters: { fakeBff: { wrap: thousandsOfRows } } }

/** Where the widget is narrow, rows are cards. */
export const Narrow: Story = {
  decorators: [(Story) => <div style={{ inlineSize: 358 }}>{Story()}</div>],
}

/** At 700 pixels the table scrolls under its names. */
export const Medium: Story = {
  decorators: [(Story) => <div style={{ inlineSize: 700 }}>{Story()}</div>],
}

export const Dark: Story = { globals: { appearance: 'dark' } }

export const RightToLeft: Story = { globals: { locale: 'ar' } }

const inScenario = (scenario: FakeScenario): Story => ({ parameters: { fakeBff: { scenario } } })

export const Loading: Story = inScenario('loading')
export const Empty: Story = inScenario('empty')
export const Failed: Story = { ...inScenario('error'), name: 'Error' }
export const NoPermission: Story = inScenario('no-permission')
export const AccountDisabled: Story = inScenario('account-disabled')
export const ConnectionBroken: Story = inScenario('connection-broken')
export const RateLimited: Story = inScenario('rate-limited')
export const Partial: Story = inScenario('partial')
export const Stale: Story = inScenario('stale')
export const Offline: Story = inScenario('offline')
export const SessionExpired: Story = inScenario('session-expired')

/** Filters that match nothing: one sentence, one action. */
export const NothingMatches: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.type(await canvas.findByRole('searchbox'), 'no such campaign{Enter}')
    await expect(await canvas.findByText('No campaigns match the filter')).toBeVisible()
  },
}
