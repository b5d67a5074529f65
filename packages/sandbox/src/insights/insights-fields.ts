import type { Measure } from '../world/facts.ts'
import { identityFields } from './identity-fields.ts'
import type { InsightsRow } from './insights-row.ts'
import { listFields } from './list-fields.ts'
import { metricFields } from './metric-fields.ts'
import { resultFields } from './result-fields.ts'
import { silentFields } from './silent-fields.ts'
import { videoFields } from './video-fields.ts'

/** The value of one field of a row in Meta's form; undefined leaves the field out. */
export function fieldValue(row: InsightsRow, field: string): unknown {
  return readers[field]?.(row)
}

/** True for every name Meta accepts in `fields`, also those the sandbox has no numbers for. */
export function isInsightsField(name: string): boolean {
  return Object.hasOwn(readers, name) || silentFields.has(name)
}

/** True for fields that can be compared with a number. */
export function isMetricField(name: string): boolean {
  const field = name.split(':')[0] ?? ''
  return Object.hasOwn(readers, field) && !Object.hasOwn(identityFields, field)
}

/** True for fields that are lists of actions. */
export function isListField(name: string): boolean {
  return Object.hasOwn(listFields, name) || Object.hasOwn(resultFields, name)
}

/** True for fields made of counts that are parts of other counts. */
export function isDerivedField(name: string): boolean {
  return /^(video_|unique_video|cost_per_(15|2_sec|outbound|unique_outbound)|(unique_)?outbound|full_view|social|instagram_profile)/.test(
    name,
  )
}

/** True for fields that count people. */
export function isPeopleField(name: string): boolean {
  return /^(reach|frequency|cpp|unique_|full_view_reach|(cost_per_)?(unique|estimated)|(cost_per_)?(objective_)?result)/.test(
    name,
  )
}

/**
 * The facts that some fields are made of, for questions about delivery alone; undefined when it takes them all.
 */
export function measuresOf(fields: readonly string[], needsPeople: boolean): ReadonlySet<Measure> | undefined {
  const needed = new Set<Measure>(needsPeople ? ['impressions', 'clicks', 'linkClicks'] : ['impressions'])
  for (const field of fields) {
    if (Object.hasOwn(identityFields, field)) continue
    const measures = deliveryFields[field]
    if (!measures) return undefined
    for (const measure of measures) needed.add(measure)
  }
  return needed
}

const deliveryFields: Readonly<Record<string, readonly Measure[]>> = {
  impressions: ['impressions'],
  spend: ['spend'],
  clicks: ['clicks'],
  inline_link_clicks: ['linkClicks'],
  reach: ['impressions'],
  frequency: ['impressions'],
  ctr: ['clicks', 'impressions'],
  cpc: ['clicks', 'spend'],
  cpm: ['spend', 'impressions'],
  cpp: ['spend'],
}

const readers: Readonly<Record<string, (row: InsightsRow) => unknown>> = {
  ...identityFields,
  ...metricFields,
  ...listFields,
  ...videoFields,
  ...resultFields,
}
