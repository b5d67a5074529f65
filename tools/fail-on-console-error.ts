import { afterEach, beforeEach, vi } from 'vitest'

const report = console.error
const unexpected: unknown[][] = []

// React and the browser report real mistakes here: a missing key, a wrong nesting, an update nobody awaited.
// A test that expects one replaces this: `vi.spyOn(console, 'error').mockImplementation(() => {})`.
beforeEach(() => {
  console.error = (...args: unknown[]) => {
    unexpected.push(args)
    report(...args)
  }
})

afterEach(() => {
  vi.restoreAllMocks()
  console.error = report
  const [first] = unexpected.splice(0)
  if (first !== undefined) throw new Error(`Unexpected console.error: ${first.map(String).join(' ')}`)
})
