import { describe, expect, it } from 'vitest'
import { drillInto, type DrillPath, goToLevel, pathFilters, withoutStep } from './drill-path.ts'

const top: DrillPath = { level: 'campaign', steps: [] }
const campaign = { id: '1', name: 'US | Prospecting' }
const adset = { id: '2', name: 'Women 25–54' }

describe('drill path', () => {
  it('opens a campaign as its ad sets and an ad set as its ads', () => {
    const inCampaign = drillInto(top, campaign)
    expect(inCampaign).toEqual({ level: 'adset', steps: [{ level: 'campaign', ...campaign }] })
    expect(drillInto(inCampaign, adset)).toEqual({
      level: 'ad',
      steps: [
        { level: 'campaign', ...campaign },
        { level: 'adset', ...adset },
      ],
    })
  })

  it('goes no deeper than ads', () => {
    const ads: DrillPath = { level: 'ad', steps: [] }
    expect(drillInto(ads, adset)).toBe(ads)
  })

  it('asks for the deepest object only', () => {
    const inAdset = drillInto(drillInto(top, campaign), adset)
    expect(pathFilters(inAdset)).toEqual([{ field: 'adset.id', operator: 'EQUAL', value: '2' }])
    expect(pathFilters(top)).toEqual([])
  })

  it('keeps the campaign when going back to ad sets, and nothing when going back to campaigns', () => {
    const inAdset = drillInto(drillInto(top, campaign), adset)
    expect(goToLevel(inAdset, 'adset').steps).toEqual([{ level: 'campaign', ...campaign }])
    expect(goToLevel(inAdset, 'campaign').steps).toEqual([])
  })

  it('widens the ads of an ad set to the whole account when the campaign is lifted', () => {
    const inAdset = drillInto(drillInto(top, campaign), adset)
    expect(withoutStep(inAdset, 'campaign')).toEqual({ level: 'ad', steps: [] })
  })

  it('widens the ads of an ad set to those of its campaign', () => {
    const inAdset = drillInto(drillInto(top, campaign), adset)
    expect(pathFilters(withoutStep(inAdset, 'adset'))).toEqual([
      { field: 'campaign.id', operator: 'EQUAL', value: '1' },
    ])
  })
})
