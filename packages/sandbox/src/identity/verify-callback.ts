import { randomInt } from 'node:crypto'
import { GraphError } from '../graph/graph-error.ts'

// A receiver that takes longer is as good as none.
const timeoutMs = 5000

/**
 * Asks an address whether it expects these deliveries, as Meta does: it must answer 200 and the challenge alone.
 *
 * @throws {GraphError} 2200 when it does not.
 */
export async function verifyCallback(address: URL, verifyToken: string): Promise<void> {
  const challenge = String(randomInt(100_000_000, 2_000_000_000))
  const url = new URL(address)
  url.searchParams.set('hub.mode', 'subscribe')
  url.searchParams.set('hub.challenge', challenge)
  url.searchParams.set('hub.verify_token', verifyToken)
  if ((await answerOf(url)) === challenge) return
  throw new GraphError('(#2200) subscription validation failed', { type: 'OAuthException', code: 2200 })
}

async function answerOf(url: URL): Promise<string | undefined> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
    const text = await response.text()
    return response.status === 200 ? text : undefined
  } catch {
    // Nobody there, or no answer in time: the refusal says all there is to say.
    return undefined
  }
}
