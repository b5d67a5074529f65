import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from './envelope.ts'
import { createKeyRing } from './key-ring.ts'

const aKey = (id: string) => ({ id, key: crypto.getRandomValues(new Uint8Array(32)) })

describe('envelope', () => {
  it('opens what it sealed, and never seals the same way twice', async () => {
    const ring = await createKeyRing([aKey('2025')])
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300, unit: 'grapheme' }), async (secret) => {
        const [first, second] = await Promise.all([seal(secret, 'fieldnote', ring), seal(secret, 'fieldnote', ring)])
        expect(first).not.toBe(second)
        expect(await unseal(first, 'fieldnote', ring)).toBe(secret)
      }),
      { numRuns: 30 },
    )
  })

  it('opens for no other tenant', async () => {
    const ring = await createKeyRing([aKey('2025')])
    const sealed = await seal('a token', 'fieldnote', ring)
    await expect(unseal(sealed, 'kumo', ring)).rejects.toMatchObject({ code: 'connection_broken', action: 'reconnect' })
  })

  it('notices a change to any character', async () => {
    const ring = await createKeyRing([aKey('2025')])
    const sealed = await seal('a token', 'fieldnote', ring)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: sealed.length - 2 }), async (at) => {
        // The last character of a part may carry unused bits; a step of four changes used ones as well.
        const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'Q' : 'A') + sealed.slice(at + 1)
        const outcome = await unseal(changed, 'fieldnote', ring).catch((error: unknown) => error)
        expect(
          outcome === 'a token' ? sealed[at + 1] === '.' : (outcome as { code: string }).code === 'connection_broken',
        ).toBe(true)
      }),
    )
  })

  it('still opens old values after a new key took over, until the old one is dropped', async () => {
    const [old, next] = [aKey('2024'), aKey('2025')]
    const sealed = await seal('a token', 'fieldnote', await createKeyRing([old]))
    expect(await unseal(sealed, 'fieldnote', await createKeyRing([next, old]))).toBe('a token')
    await expect(unseal(sealed, 'fieldnote', await createKeyRing([next]))).rejects.toMatchObject({
      code: 'connection_broken',
    })
  })

  it.each([
    ['no key', [], /at least one key/],
    ['a short key', [{ id: 'a', key: new Uint8Array(16) }], /16 bytes/],
    ['two keys of one id', [aKey('a'), aKey('a')], /"a"/],
  ])('refuses a ring with %s', async (_, keys, message) => {
    await expect(createKeyRing(keys)).rejects.toThrow(message)
  })
})
