import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { deliverySignatures, signedRequest } from './signed-request.ts'

it('signs the encoded payload, in base64url without padding', () => {
  const [signature, payload = ''] = signedRequest({ user_id: '218471', issued_at: 1_291_836_800 }, 'secret').split('.')

  expect(signature).toBe(createHmac('sha256', 'secret').update(payload).digest('base64url'))
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
    algorithm: 'HMAC-SHA256',
    user_id: '218471',
    issued_at: 1_291_836_800,
  })
})

it('signs a delivery with both algorithms', () => {
  expect(deliverySignatures('{}', 'secret')).toEqual({
    'x-hub-signature': `sha1=${createHmac('sha1', 'secret').update('{}').digest('hex')}`,
    'x-hub-signature-256': `sha256=${createHmac('sha256', 'secret').update('{}').digest('hex')}`,
  })
})
