import { expect, it } from 'vitest'
import * as sandbox from './index.ts'

it('exports exactly what it promises', () => {
  expect(Object.keys(sandbox).sort()).toEqual([
    'ResultsFileError',
    'SandboxOptionError',
    'sandboxCommand',
    'startSandbox',
  ])
})
