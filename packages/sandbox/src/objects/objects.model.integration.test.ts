import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anAdvertiser, hourMs, type Advertiser } from './ads.testing.ts'

type Kind = 'campaign' | 'adset' | 'ad'
type Status = 'ACTIVE' | 'PAUSED' | 'ARCHIVED' | 'DELETED'

/** What the test believes of one object. */
interface Believed {
  kind: Kind
  id: string
  status: Status
  parent?: Believed
}

type Step =
  | { do: 'make'; kind: Kind; under: number; isPaused: boolean }
  | { do: 'set'; which: number; status: Status }
  | { do: 'delete'; which: number }
  | { do: 'rename'; which: number }
  | { do: 'copy'; which: number; option: 'ACTIVE' | 'PAUSED' | 'INHERITED_FROM_SOURCE' }

const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('make' as const),
        kind: fc.constantFrom<Kind>('campaign', 'adset', 'ad'),
        under: fc.nat(20),
        isPaused: fc.boolean(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('set' as const),
        which: fc.nat(20),
        status: fc.constantFrom<Status>('ACTIVE', 'PAUSED', 'ARCHIVED', 'DELETED'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), which: fc.nat(20) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), which: fc.nat(20) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('copy' as const),
        which: fc.nat(20),
        option: fc.constantFrom('ACTIVE' as const, 'PAUSED' as const, 'INHERITED_FROM_SOURCE' as const),
      }),
    },
  ),
  { minLength: 4, maxLength: 24 },
)

it('keeps parents, children, statuses and counts consistent whatever is done', { timeout: 60_000 }, async () => {
  const advertiser = await anAdvertiser()
  const creativeId = async () => advertiser.creative()
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      advertiser.sandbox.control.reset()
      const believed: Believed[] = []
      const before = await countsOf(advertiser)
      const shown = await creativeId()
      for (const step of sequence) await take(advertiser, believed, step, shown)
      advertiser.pass(hourMs)
      for (const object of believed) await compare(advertiser, believed, object)
      const after = await countsOf(advertiser)
      for (const kind of ['campaign', 'adset', 'ad'] as const) {
        const listed = believed.filter((object) => object.kind === kind && isListed(object)).length
        expect(after[kind] - before[kind]).toBe(listed)
      }
    }),
    { numRuns: 30 },
  )
})

async function take(advertiser: Advertiser, believed: Believed[], step: Step, creativeId: string): Promise<void> {
  if (step.do === 'make') return make(advertiser, believed, step, creativeId)
  const object = believed[step.which % Math.max(1, believed.length)]
  if (!object) return
  if (step.do === 'copy') return copy(advertiser, believed, object, step.option)
  if (step.do === 'rename') {
    expect((await advertiser.post(object.id, { name: 'Renamed' })).body).toEqual({ success: true })
    return
  }
  const status = step.do === 'delete' ? 'DELETED' : step.status
  const { status: http } =
    step.do === 'delete' ? await advertiser.remove(object.id) : await advertiser.post(object.id, { status })
  const isAllowed = mayBecome(object, status)
  expect(http).toBe(isAllowed ? 200 : 400)
  if (isAllowed) object.status = status
}

async function make(
  { accountId, post, soundAdSet }: Advertiser,
  believed: Believed[],
  { kind, under, isPaused }: Extract<Step, { do: 'make' }>,
  creativeId: string,
): Promise<void> {
  const status = isPaused ? 'PAUSED' : 'ACTIVE'
  const parents = believed.filter((object) => object.kind === parentKinds[kind])
  const parent = parents[under % Math.max(1, parents.length)]
  if (kind !== 'campaign' && !parent) return
  const params = {
    campaign: {
      name: 'C',
      objective: 'OUTCOME_SALES',
      special_ad_categories: [],
      is_adset_budget_sharing_enabled: false,
    },
    adset: soundAdSet(parent?.id ?? ''),
    ad: { name: 'A', adset_id: parent?.id, creative: { creative_id: creativeId } },
  }[kind]
  const { status: http, body } = await post(`${accountId}/${kind}s`, { ...params, status })
  const isAllowed =
    parent === undefined || lineage(parent).every((object) => object.status === 'ACTIVE' || object.status === 'PAUSED')
  expect(http).toBe(isAllowed ? 200 : 400)
  if (isAllowed) believed.push({ kind, id: String(body['id']), status, ...(parent ? { parent } : {}) })
}

async function copy({ post }: Advertiser, believed: Believed[], object: Believed, option: string): Promise<void> {
  const { status: http, body } = await post(`${object.id}/copies`, { status_option: option })
  const hasHome = lineage(object)
    .slice(1)
    .every(({ status }) => status === 'ACTIVE' || status === 'PAUSED')
  const isAllowed = object.status !== 'DELETED' && hasHome
  expect(http).toBe(isAllowed ? 200 : 400)
  if (!isAllowed) return
  const status =
    option === 'ACTIVE' || (option === 'INHERITED_FROM_SOURCE' && object.status === 'ACTIVE') ? 'ACTIVE' : 'PAUSED'
  const id = String(body[`copied_${object.kind}_id`])
  believed.push({ kind: object.kind, id, status, ...(object.parent ? { parent: object.parent } : {}) })
}

const parentKinds = { campaign: undefined, adset: 'campaign', ad: 'adset' } as const

/** The object, then its parents. */
function lineage(object: Believed): readonly Believed[] {
  return object.parent ? [object, ...lineage(object.parent)] : [object]
}

function mayBecome(object: Believed, to: Status): boolean {
  const all = lineage(object)
  if (all.some(({ status }) => status === 'DELETED')) return false
  if (object.status === 'ARCHIVED') return to === 'DELETED'
  if (all.some(({ status }) => status === 'ARCHIVED')) return to === 'DELETED' || to === 'ARCHIVED'
  return true
}

function effective(object: Believed): string {
  const all = lineage(object)
  for (const status of ['DELETED', 'ARCHIVED']) if (all.some((one) => one.status === status)) return status
  if (object.status === 'PAUSED') return 'PAUSED'
  const paused = all.toReversed().find(({ status }) => status === 'PAUSED')
  if (!paused) return 'ACTIVE'
  return paused.kind === 'campaign' ? 'CAMPAIGN_PAUSED' : 'ADSET_PAUSED'
}

function isListed(object: Believed): boolean {
  return !['DELETED', 'ARCHIVED'].includes(effective(object))
}

/** What Graph says of an object, of its parents and of what hangs below it. */
async function compare({ get }: Advertiser, believed: readonly Believed[], object: Believed): Promise<void> {
  const parents = { campaign: '', adset: ',campaign_id', ad: ',campaign_id,adset_id' }[object.kind]
  const { body } = await get(object.id, { fields: `status,configured_status,effective_status${parents}` })
  const family = Object.fromEntries(
    lineage(object)
      .slice(1)
      .map(({ kind, id }) => [`${kind}_id`, id]),
  )
  expect(body).toEqual({
    id: object.id,
    status: object.status,
    configured_status: object.status,
    effective_status: effective(object),
    ...family,
  })
  for (const kind of ['adset', 'ad'] as const) {
    if (object.kind === 'ad' || object.kind === kind) continue
    const listed = await get(`${object.id}/${kind}s`, { limit: 500 })
    const below = believed.filter((other) => other.kind === kind && other !== object && lineage(other).includes(object))
    const ids = (listed.body['data'] as { id: string }[]).map(({ id }) => id)
    expect(ids.toSorted()).toEqual(
      below
        .filter(isListed)
        .map(({ id }) => id)
        .toSorted(),
    )
  }
}

async function countsOf({ accountId, get }: Advertiser): Promise<Record<Kind, number>> {
  const count = async (edge: string) => {
    const { body } = await get(`${accountId}/${edge}`, { limit: 1, summary: 'total_count' })
    return (body['summary'] as { total_count: number }).total_count
  }
  return { campaign: await count('campaigns'), adset: await count('adsets'), ad: await count('ads') }
}
