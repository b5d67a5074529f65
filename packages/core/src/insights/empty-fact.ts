import type { PlannedFact } from './read-facts.ts'

/** What an object achieved in a period that is known and in which nothing was delivered. */
export function emptyFact(objectId: string, since: string): PlannedFact {
  return {
    objectId,
    since,
    breakdownValues: '',
    impressions: 0,
    reach: 0,
    clicks: 0,
    unique_clicks: 0,
    spend: '0',
    link_clicks: 0,
    landing_page_views: 0,
    leads: 0,
    purchases: 0,
    purchase_value: null,
    video_views: 0,
    unknownPeople: 'not_reported',
  }
}
