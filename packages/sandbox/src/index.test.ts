import { expect, it } from 'vitest'
import * as sandbox from './index.ts'

it('exports exactly what it promises', () => {
  expect(Object.keys(sandbox).sort()).toEqual([
    'ClockError',
    'ControlError',
    'ResultsFileError',
    'SandboxOptionError',
    'sandboxCommand',
    'startSandbox',
  ])
})
