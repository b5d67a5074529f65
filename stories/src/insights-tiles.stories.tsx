import { InsightsTiles } from '@adpane/ui'
import { FAKE_ACCOUNT_ID, FAKE_LEADS_ACCOUNT_ID, fakeAccounts, type FakeScenario } from '@adpane/ui/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { settled } from './settled.ts'

const meta = {
  title: 'Insights tiles',
  component: InsightsTiles,
  args: { accountId: FAKE_ACCOUNT_ID, since: '2026-10-25', until: '2026-11-23' },
  play: settled,
} satisfies Meta<typeof InsightsTiles>

export default meta
type Story = StoryObj<typeof meta>

/** Totals of the range; changes leave the unfinished day out on both sides. */
export const Ready: Story = {}

export const Leads: Story = {
  args: { accountId: FAKE_LEADS_ACCOUNT_ID, metrics: ['spend', 'leads', 'cost_per_lead', 'roas', 'link_ctr'] },
}

/** Yen have no decimals, and the day there is already tomorrow. */
export const Yen: Story = { args: { accountId: fakeAccounts[2].id } }

/** People are counted once: the total comes from a question over the whole range, and there is no change to show. */
export const People: Story = { args: { metrics: ['impressions', 'reach', 'frequency', 'cpm'] } }

/** Drawn for the dark, not inverted. */
export const Dark: Story = { globals: { appearance: 'dark' } }

/** Time, axes and trends run from the right; numbers stay left-to-right. */
export const RightToLeft: Story = { globals: { locale: 'ar' } }

/** As on a phone. */
export const Narrow: Story = {
  decorators: [(Story) => <div style={{ inlineSize: 358 }}>{Story()}</div>],
}

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
export const PartialInTheDark: Story = { ...inScenario('partial'), globals: { appearance: 'dark' } }
export const DisconnectedInTheDark: Story = { ...inScenario('connection-broken'), globals: { appearance: 'dark' } }
