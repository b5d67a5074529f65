import type { SandboxClock } from '../world/clock.ts'
import { isLoopback, shownAddress } from './callback-address.ts'
import type { Delivery } from './webhooks.ts'

/** A message to the app, ready to be sent as often as it takes. */
export interface Message {
  kind: Delivery['kind']
  url: URL
  fields: readonly string[]
  headers: Readonly<Record<string, string>>
  body: string
}

/** Sends messages, keeps what became of them and tries again on the sandbox clock. */
export interface Outbox {
  send(message: Message): Promise<Delivery>
  readonly deliveries: readonly Delivery[]
  sendDue(): Promise<void>
  settled(): Promise<void>
  close(): void
}

const keptDeliveries = 200
/** Meta tries for 36 hours, less and less often; the intervals are assumed. */
const triedForMs = 36 * 3_600_000
const firstPauseMs = 60_000
const timeoutMs = 10_000
// How often the clock, which may be moved, is looked at for what is due.
const pollMs = 250

interface Waiting {
  message: Message
  delivery: Delivery
  firstAtMs: number
  nextAtMs: number
  pauseMs: number
}

export function createOutbox(clock: SandboxClock): Outbox {
  const deliveries: Delivery[] = []
  const waiting = new Set<Waiting>()
  const onItsWay = new Set<Promise<void>>()
  let made = 0
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  const attempt = (item: Waiting): Promise<void> => {
    waiting.delete(item)
    const sending = attemptOnce(item, clock).then((isToRepeat) => {
      onItsWay.delete(sending)
      if (isToRepeat && !isClosed) waiting.add(item)
      poll()
    })
    onItsWay.add(sending)
    return sending
  }
  const sendDue = async () => {
    const nowMs = clock.now().getTime()
    const due = [...waiting].filter(({ nextAtMs }) => nextAtMs <= nowMs)
    await Promise.all(due.map(attempt))
  }
  const poll = () => {
    if (timer !== undefined || waiting.size === 0 || isClosed) return
    timer = setTimeout(() => {
      timer = undefined
      void sendDue().then(poll)
    }, pollMs).unref()
  }

  return {
    deliveries,
    async send(message) {
      const now = clock.now()
      const delivery = newDelivery(++made, message, now)
      deliveries.push(delivery)
      if (deliveries.length > keptDeliveries) deliveries.shift()
      // Options and imported states can name any address; no test may reach a stranger.
      if (!isLoopback(message.url)) {
        delivery.outcome = 'failed'
        return delivery
      }
      const nowMs = now.getTime()
      await attempt({ message, delivery, firstAtMs: nowMs, nextAtMs: nowMs, pauseMs: firstPauseMs })
      return delivery
    },
    sendDue,
    async settled() {
      while (onItsWay.size > 0) await Promise.all(onItsWay)
    },
    close() {
      isClosed = true
      waiting.clear()
      clearTimeout(timer)
    },
  }
}

function newDelivery(id: number, { kind, url, fields }: Message, now: Date): Delivery {
  return { id, kind, url: shownAddress(url), createdAt: now.toISOString(), fields, attempts: 0, outcome: 'waiting' }
}

/** @returns Whether to try again, at `nextAtMs`. */
async function attemptOnce(item: Waiting, clock: SandboxClock): Promise<boolean> {
  const { message, delivery } = item
  delivery.attempts++
  delete delivery.nextAttemptAt
  const answer = await post(message)
  if (answer) delivery.status = answer.status
  else delete delivery.status
  if (answer && isAccepted(message, answer, delivery)) {
    delivery.outcome = 'delivered'
    return false
  }
  item.nextAtMs = clock.now().getTime() + item.pauseMs
  item.pauseMs *= 2
  if (item.nextAtMs - item.firstAtMs > triedForMs) {
    delivery.outcome = 'failed'
    return false
  }
  delivery.nextAttemptAt = new Date(item.nextAtMs).toISOString()
  return true
}

interface Answer {
  status: number
  text: string
}

async function post({ url, headers, body }: Message): Promise<Answer | undefined> {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    return { status: response.status, text: await response.text() }
  } catch {
    // Nobody there, or no answer in time: tried again later.
    return undefined
  }
}

/** Webhooks and removals need a 200; a deletion request also says where its progress can be seen. */
function isAccepted({ kind }: Message, { status, text }: Answer, delivery: Delivery): boolean {
  if (status !== 200) return false
  if (kind !== 'data_deletion') return true
  const reply = deletionReply(text)
  if (reply) delivery.reply = reply
  return reply !== undefined
}

function deletionReply(text: string): Delivery['reply'] | undefined {
  try {
    const { url, confirmation_code: code } = JSON.parse(text) as Record<string, unknown>
    if (typeof url !== 'string' || typeof code !== 'string' || !URL.canParse(url)) return undefined
    return { url: url.slice(0, 1000), confirmationCode: code.slice(0, 200) }
  } catch {
    return undefined
  }
}
