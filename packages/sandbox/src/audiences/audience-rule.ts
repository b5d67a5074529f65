import { invalidParam, invalidParameter } from '../graph/graph-error.ts'
import { parseLooseJson } from '../graph/loose-json.ts'
import { refused } from '../assets/refused.ts'
import { recordOf, textOf } from '../objects/loose-values.ts'
import type { AdAccount } from '../world/objects.ts'

/** Longest time that people stay in an audience, in days, by where they come from. */
const longestRetention: Readonly<Record<string, number>> = { WEBSITE: 180, APP: 180, ENGAGEMENT: 365, VIDEO: 365 }

/**
 * Checks who a rule takes in.
 *
 * Either `{"inclusions":{"operator":"or","rules":[{"event_sources":[{"type","id"}],"retention_seconds",…}]}}`, a list of
 * `{"object_id","event_name"}` for engagement, or the older `{"url":{"i_contains":"…"}}` with `pixel_id`.
 *
 * @throws {GraphError} 100 for rules that are not JSON or incomplete, 100/1815045 for a pixel the account does not have.
 */
export function checkRule(account: AdAccount, subtype: string, text: string, pixelId: unknown): void {
  const rule = parseLooseJson(text)?.value
  if (typeof rule !== 'object' || rule === null) throw invalidParam('Param rule must be valid JSON.')
  if (Array.isArray(rule)) {
    if (rule.length === 0) throw refused('Invalid Rule', 'A rule needs at least one event.')
    for (const event of rule) checkEngagement(event)
    return
  }
  const { inclusions, exclusions }: Record<string, unknown> = { ...rule }
  if (inclusions === undefined) {
    if (subtype !== 'WEBSITE') throw refused('Invalid Rule', 'The rule needs inclusions.')
    if (pixelId === undefined) throw refused('Pixel Required', 'Name the pixel of this rule: pixel_id.')
    checkPixel(account, textOf(pixelId))
    return
  }
  for (const part of [inclusions, exclusions]) if (part !== undefined) checkPart(account, subtype, part)
}

/** @throws {GraphError} 100 when people would stay for no time or longer than Graph keeps them. */
export function checkRetention(subtype: string, days: unknown): void {
  const longest = longestRetention[subtype] ?? 180
  if (days === undefined || (Number(days) >= 1 && Number(days) <= longest)) return
  throw refused('Invalid Retention', `People can stay in this audience for 1 to ${longest} days.`)
}

function checkPart(account: AdAccount, subtype: string, part: unknown): void {
  const { rules }: { rules?: unknown } = typeof part === 'object' && part !== null ? part : {}
  if (!Array.isArray(rules) || rules.length === 0) throw refused('Invalid Rule', 'Each part of a rule needs rules.')
  for (const rule of rules) {
    const { event_sources: sources, retention_seconds: seconds } = recordOf(rule)
    if (!Array.isArray(sources) || sources.length === 0) {
      throw refused('Invalid Rule', 'Each rule needs event_sources.')
    }
    if (seconds === undefined) throw refused('Invalid Rule', 'Each rule needs retention_seconds.')
    // Part of a day will do: the samples of Meta's SDKs say 8,400 seconds.
    checkRetention(subtype, Math.ceil(Number(seconds) / 86_400))
    for (const source of sources) {
      const { type, id } = recordOf(source)
      if (id === undefined) throw refused('Invalid Rule', 'Each event source needs an id.')
      if (type === 'pixel') checkPixel(account, textOf(id))
    }
  }
}

function checkEngagement(event: unknown): void {
  const { object_id: id, event_name: name } = recordOf(event)
  if (id === undefined || name === undefined) {
    throw refused('Invalid Rule', 'Each event of a rule needs object_id and event_name.')
  }
}

function checkPixel(account: AdAccount, id: string): void {
  if (account.objects().find(id)?.type === 'AdsPixel') return
  throw invalidParameter(1815045, 'No Access To Pixel', 'Your ad account has no access to this pixel.', 'rule')
}
