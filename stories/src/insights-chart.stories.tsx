import { InsightsChart } from '@adpane/ui'
import { FAKE_ACCOUNT_ID, FAKE_LEADS_ACCOUNT_ID, type FakeScenario } from '@adpane/ui/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { settled } from './settled.ts'

const meta = {
  title: 'Insights chart',
  component: InsightsChart,
  args: {
    accountId: FAKE_ACCOUNT_ID,
    since: '2026-10-25',
    until: '2026-11-23',
    compare: true,
    annotations: [
      { day: '2026-11-10', label: 'Budgets +20% on 3 campaigns', icon: 'coin' },
      { day: '2026-11-17', label: 'Holiday creatives live', icon: 'image' },
    ],
  },
  play: settled,
} satisfies Meta<typeof InsightsChart>

export default meta
type Story = StoryObj<typeof meta>

/** Spend as bars, ROAS as a line, the period before lighter. Today is dashed, because it is not over. */
export const Ready: Story = {}

/** Crosshair and tooltip follow the pointer, and the arrow keys once the plot has focus. */
export const Crosshair: Story = {
  play: async (context) => {
    await settled(context)
    const { canvasElement } = context
    const plot = await within(canvasElement).findByRole('slider', { name: 'Spend and ROAS' })
    plot.focus()
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}')
    await expect(plot).toHaveAttribute('aria-valuetext', expect.stringMatching(/^Fri Oct 30: Spend \$2,\d{3}\.\d\d/))
  },
}

export const Weeks: Story = { args: { since: '2026-08-31', increment: '7' } }

export const Months: Story = { args: { since: '2026-01-01', increment: 'monthly', annotations: [] } }

/** One day alone. */
export const OneDay: Story = { args: { since: '2026-11-20', until: '2026-11-20', annotations: [] } }

/** A year of days: bars become hairs, and dates are the first of each month. */
export const AYear: Story = { args: { since: '2025-11-24', compare: false, annotations: [] } }

/** Nobody tracks a purchase value here, so there is no return to draw; the legend says why. */
export const WithoutReturn: Story = { args: { accountId: FAKE_LEADS_ACCOUNT_ID, annotations: [] } }

export const OtherMetrics: Story = { args: { metrics: ['purchases', 'cost_per_purchase'] } }

export const WithoutComparison: Story = { args: { compare: false, annotations: [] } }

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
export const Empty: Story = { ...inScenario('empty'), args: { onRangeSuggested: () => {} } }
export const Failed: Story = { ...inScenario('error'), name: 'Error' }
export const NoPermission: Story = inScenario('no-permission')
export const AccountDisabled: Story = inScenario('account-disabled')
/** The first answer arrives, the second says that the connection is broken: the numbers stay. */
export const ConnectionBroken: Story = inScenario('connection-broken')
export const RateLimited: Story = inScenario('rate-limited')
export const Partial: Story = inScenario('partial')
export const Stale: Story = inScenario('stale')
export const Offline: Story = inScenario('offline')
export const SessionExpired: Story = inScenario('session-expired')
export const PartialInTheDark: Story = { ...inScenario('partial'), globals: { appearance: 'dark' } }
export const DisconnectedInTheDark: Story = { ...inScenario('connection-broken'), globals: { appearance: 'dark' } }
