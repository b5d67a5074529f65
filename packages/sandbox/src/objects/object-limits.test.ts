import { expect, it } from 'vitest'
import type { AdAccount, Campaign } from '../world/objects.ts'
import { anAccount } from './drafts.testing.ts'
import { checkRoom } from './object-limits.ts'

it('counts what lives, which nothing does under an archived or deleted campaign', () => {
  const account = anAccount()
  const campaign = account.objects().all('Campaign')[0]
  if (!campaign) throw new Error('The account has no campaign.')
  campaign.values.status = 'ACTIVE'
  addAdSets(account, campaign, 6000)
  expect(() => checkRoom(account, 'AdSet')).toThrow('Invalid parameter')
  campaign.values.status = 'ARCHIVED'
  expect(() => checkRoom(account, 'AdSet')).not.toThrow()
  expect(() => checkRoom(account, 'AdSet', 6000)).toThrow('Invalid parameter')
})

function addAdSets(account: AdAccount, campaign: Campaign, count: number): void {
  for (let index = 0; index < count; index++) {
    const times = { created_time: '', updated_time: '' }
    account.objects().add({
      type: 'AdSet',
      id: String(9_000_000 + index),
      campaign,
      values: { name: 'Many', status: 'PAUSED', optimization_goal: 'REACH', ...times },
      statusChanges: [],
      isChanged: true,
    })
  }
}
