import { textInput, type AccountCall } from '../assets/account-call.ts'
import { refused } from '../assets/refused.ts'
import type { EdgeCall } from '../graph/graph-call.ts'
import { missingParam, noCapability, notOneOf } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import { textOf } from '../objects/loose-values.ts'
import { createdReply, updatedReply } from '../objects/write-call.ts'
import { wireTime } from '../objects/wire-time.ts'
import { enumValues } from '../schema/graph-schema.ts'
import type { AdAccount, CustomAudience } from '../world/objects.ts'
import { checkRetention, checkRule } from './audience-rule.ts'
import { checkAudienceTerms } from './audience-terms.ts'
import { setSharedWith } from './audience-sharing.ts'
import { readLookalikeSpec } from './lookalike-spec.ts'
import { usableAudience } from './shared-audiences.ts'

type Input = Readonly<Record<string, unknown>>

/**
 * `POST act_…/customaudiences`
 *
 * @throws {GraphError} 100 for what its subtype needs and lacks, 200 for terms not accepted, 3 for subtypes only Meta makes.
 */
export function createAudience(call: AccountCall): unknown {
  const { node, input, now } = call
  const { account } = node
  const subtype = subtypeOf(input)
  if (!creatable.has(subtype)) throw noCapability()
  if (account.objects().all('CustomAudience').length >= maxAudiences) {
    throw refused('Too Many Audiences', `An ad account can have ${maxAudiences} custom audiences.`)
  }
  const special = specialValues(call, subtype)
  const name = textInput(input.name) ?? textInput(special['name'])
  if (name === undefined || name.trim() === '') throw missingParam('name')
  const audience: CustomAudience = {
    type: 'CustomAudience',
    id: account.objects().newId('CustomAudience'),
    values: { ...plainValues(input), ...special, name, subtype, ...timesOf(account, now) },
    isChanged: true,
  }
  account.objects().add(audience)
  return createdReply(call, account, audience)
}

/** `POST /<audience>`: what it is called and whom it takes in; its subtype and origin stay. */
export function updateAudience(call: EdgeCall<ObjectNode<'CustomAudience'>>): unknown {
  const { node, input, now } = call
  const { account, object } = node
  const subtype = String(object.values.subtype)
  if (input.lookalike_spec !== undefined) {
    throw refused(
      'Lookalike Cannot Be Changed',
      'The origin, country and ratio of a lookalike audience cannot be changed.',
    )
  }
  if (input.name !== undefined && textOf(input.name).trim() === '') throw missingParam('name')
  checkRetention(subtype, input.retention_days)
  if (input.rule !== undefined) checkRule(account, subtype, textOf(input.rule), object.values.pixel_id)
  Object.assign(object.values, plainValues(input))
  if (input.name !== undefined) object.values.name = textOf(input.name)
  if (input.rule !== undefined) object.values.content_updated_ms = now.getTime()
  object.values['time_updated'] = Math.floor(now.getTime() / 1000)
  object.values.updated_time = wireTime(now.getTime(), account.timezone)
  account.objects().touch(object)
  return updatedReply(call, account, object)
}

/** `DELETE /<audience>` */
export function deleteAudience(call: EdgeCall<ObjectNode<'CustomAudience'>>): unknown {
  const { node } = call
  setSharedWith(call, [])
  node.account.objects().remove(node.object)
  return { success: true }
}

/** Times of an audience: seconds, unlike those of other objects. */
export function timesOf(account: Pick<AdAccount, 'timezone'>, at: Date): TimeValues {
  const seconds = Math.floor(at.getTime() / 1000)
  const text = wireTime(at.getTime(), account.timezone)
  return {
    time_created: seconds,
    time_updated: seconds,
    time_content_updated: seconds,
    created_time: text,
    updated_time: text,
  }
}

interface TimeValues {
  time_created: number
  time_updated: number
  time_content_updated: number
  created_time: string
  updated_time: string
}

// The other subtypes are made by Meta itself, by partners or with another edge.
const creatable: ReadonlySet<string> = new Set(
  'CUSTOM WEBSITE APP OFFLINE_CONVERSION LOOKALIKE ENGAGEMENT VIDEO BAG_OF_ACCOUNTS CLAIM EXCLUSION'.split(' '),
)

const maxAudiences = 500

/** A subtype may be left out: the other parameters tell. */
function subtypeOf(input: Input): string {
  if (typeof input.subtype === 'string') return input.subtype
  if (input.lookalike_spec !== undefined) return 'LOOKALIKE'
  if (input.rule === undefined) return 'CUSTOM'
  return input.pixel_id !== undefined || textOf(input.rule).includes('pixel') ? 'WEBSITE' : 'ENGAGEMENT'
}

function specialValues({ node, input, sandbox }: AccountCall, subtype: string): Record<string, unknown> {
  const { account } = node
  if (subtype === 'CUSTOM') return listValues(account, input)
  if (subtype === 'LOOKALIKE') {
    const findAudience = (id: string) => usableAudience(sandbox.world, account, id)
    const spec = readLookalikeSpec(findAudience, textInput(input.lookalike_spec), input.origin_audience_id)
    const place = spec.country ?? spec.target_countries?.join(', ') ?? ''
    const name = `Lookalike (${place}, ${Math.round(spec.ratio * 100)}%) - ${spec.origin[0]?.name ?? ''}`
    return { lookalike_spec: spec, ...(input.name === undefined ? { name } : {}) }
  }
  if (needsRule.has(subtype)) {
    const rule = textInput(input.rule)
    if (rule === undefined) throw missingParam('rule')
    checkRule(account, subtype, rule, input.pixel_id)
    checkRetention(subtype, input.retention_days)
    return { rule, retention_days: Number(input.retention_days ?? retentionIn(rule) ?? 30) }
  }
  return {}
}

const needsRule: ReadonlySet<string> = new Set(['WEBSITE', 'ENGAGEMENT', 'APP', 'VIDEO'])

function listValues(account: AdAccount, input: Input): Record<string, unknown> {
  checkAudienceTerms(account)
  const sources = enumValues('CustomAudience.customer_file_source')
  if (input.customer_file_source === undefined) {
    throw refused(
      'Missing Customer File Source',
      `Say where the information in your customer list comes from: customer_file_source, one of ${sources.join(', ')}.`,
    )
  }
  if (!sources.includes(textOf(input.customer_file_source))) {
    throw notOneOf('customer_file_source', sources, textOf(input.customer_file_source))
  }
  return { customer_file_source: input.customer_file_source, is_value_based: input.is_value_based === true }
}

function retentionIn(rule: string): number | undefined {
  const seconds = /"?retention_seconds"?\s*:\s*"?(\d+)/.exec(rule)?.[1]
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) / 86_400)
}

function plainValues(input: Input): Record<string, unknown> {
  return Object.fromEntries(plainFields.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]))
}

const plainFields = [
  'description',
  'opt_out_link',
  'pixel_id',
  'rule',
  'rule_aggregation',
  'retention_days',
  'customer_file_source',
  'allowed_domains',
  'content_type',
  'claim_objective',
  'rev_share_policy_id',
  'is_snapshot',
  'event_sources',
  'audience_labels',
  'use_in_campaigns',
  'prefill',
  'tags',
]
