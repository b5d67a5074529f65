import { expect, it } from 'vitest'
import { isOnlyLocal, reachableName } from './listen-address.ts'

it.each([
  ['127.0.0.1', '127.0.0.1', true],
  ['localhost', 'localhost', true],
  ['::1', '[::1]', true],
  ['0.0.0.0', 'localhost', false],
  ['::', 'localhost', false],
  ['192.168.1.20', '192.168.1.20', false],
  ['fe80::1', '[fe80::1]', false],
])('%s is reached as %s, by this machine only: %s', (host, name, isLocal) => {
  expect([reachableName(host), isOnlyLocal(host)]).toEqual([name, isLocal])
})
