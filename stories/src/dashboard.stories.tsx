import { InsightsChart, InsightsTiles } from '@adpane/ui'
import { FAKE_ACCOUNT_ID } from '@adpane/ui/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { settled } from './settled.ts'

const range = { accountId: FAKE_ACCOUNT_ID, since: '2026-10-25', until: '2026-11-23' } as const

const notes = [
  { day: '2026-11-10', label: 'Budgets +20% on 3 campaigns', icon: 'coin' },
  { day: '2026-11-17', label: 'Holiday creatives live', icon: 'image' },
] as const

const meta = { title: 'Dashboard', tags: ['!autodocs'], play: settled } satisfies Meta

export default meta

/** Tiles and chart as a page holds them. */
export const Page: StoryObj = {
  render: () => (
    <div className="host-stack">
      <InsightsTiles {...range} />
      <InsightsChart {...range} compare annotations={notes} />
    </div>
  ),
}
