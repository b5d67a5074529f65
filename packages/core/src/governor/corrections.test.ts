import { expect, it } from 'vitest'
import { aCall } from './a-call.ts'
import { correctionsFor } from './corrections.ts'
import { createTierMemory } from './quota-model.ts'

it.each([
  { status: 400, code: 80_004, regainMs: 1e300, usage: {} },
  {
    status: 200,
    usage: {
      businessUseCase: { '1': [{ type: 'ads_management', call_count: 1, estimated_time_to_regain_access: 1e9 }] },
    },
  },
])('closes nothing for longer than a day, whatever a header says', (outcome) => {
  const policy = { interactiveReserve: 0.1, assumedCallsPerHour: 300, assumedAppCallsPerHour: 2000 }
  const corrections = correctionsFor(policy, createTierMemory(), aCall(), outcome)
  const blocks = corrections.flatMap(({ blockMs }) => (blockMs === undefined ? [] : [blockMs]))
  expect(blocks).toEqual([86_400_000])
})
