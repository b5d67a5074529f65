import { addDays, dayAt } from '@adpane/contract'
import { createAdpane, createKeyRing, openPgliteStore } from '@adpane/core'
import { buildPage } from './build-page.ts'
import { type DataSourceOptions, openDataSource, type OpenDataSource, type SandboxAccess } from './data-source.ts'
import { createHostApp, endpoint } from './host-app.ts'
import { listen } from './listen.ts'

export interface StartDemoOptions extends DataSourceOptions {
  /** 0 takes any free one. @default 0 */
  port?: number
  /** Told what is being done while the demo starts. */
  onProgress?: (sentence: string) => void
}

/** A running demo. */
export interface Demo {
  /** The host page. */
  url: string
  /** The ads routes. */
  endpoint: string
  /** The demo's time when it became ready, ISO. The local Graph API has its own clock. */
  now: string
  tenants: { id: string; name: string }[]
  /** The local Graph API; absent against Meta. */
  sandbox?: SandboxAccess
  /** Ends the local Graph API alone, as if Meta could not be reached. */
  stopSandbox: () => Promise<void>
  close: () => Promise<void>
}

/**
 * Starts Harborline with everything it needs, and returns once its numbers are in the store.
 *
 * @throws {PortBusyError} Before any slow work.
 */
export async function startDemo(options: StartDemoOptions = {}): Promise<Demo> {
  const { port = 0, onProgress = () => {} } = options
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const step of closers.splice(0).toReversed()) await step()
  }
  try {
    const listener = await listen(port)
    closers.push(listener.close)
    onProgress('Building the page and opening the store …')
    const [page, { source, adpane }] = await Promise.all([buildPage(), openServer(options, closers)])
    await connectTenants(adpane, source, onProgress)
    const app = createHostApp({ adpane, source, page })
    listener.serve((request) => app.fetch(request))
    return {
      url: `${listener.origin}/`,
      endpoint: listener.origin + endpoint,
      now: source.clock.now().toISOString(),
      tenants: source.tenants.map(({ id, name }) => ({ id, name })),
      ...(source.sandbox && { sandbox: source.sandbox }),
      stopSandbox: source.close,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function openServer(options: StartDemoOptions, closers: (() => Promise<void>)[]) {
  const source = await openDataSource(options)
  closers.push(source.close)
  // In memory: the local Graph API invents its accounts anew at each start, so nothing here outlives the process.
  // For the same reason the key that seals tokens is made on the spot; a real host keeps both.
  const store = await openPgliteStore({ dataDir: 'memory' })
  const keyRing = await createKeyRing([{ id: 'demo', key: crypto.getRandomValues(new Uint8Array(32)) }])
  const adpane = createAdpane({ store, graph: source.graph, keyRing, clock: source.clock })
  closers.push(() => adpane.close())
  return { source, adpane }
}

type Adpane = ReturnType<typeof createAdpane>

async function connectTenants(
  adpane: Adpane,
  { tenants, clock }: OpenDataSource,
  onProgress: (sentence: string) => void,
) {
  onProgress(`Reading the ads of ${tenants.map(({ name }) => name).join(' and ')} …`)
  await Promise.all(
    tenants.map(async ({ id, name, accessToken }) => {
      await adpane.tenants.connect({ id, name, accessToken })
      await adpane.sync.tenant(id)
      await orderReach(adpane, id, clock.now())
    }),
  )
}

/**
 * Asks for the reach of the days the page opens with.
 *
 * Meta counts each person once, so days cannot be added up: every range is a report of its own. Ordered now, it is
 * there when somebody opens the page. Nobody waits for it, and a refusal is shown where the number would stand.
 */
async function orderReach(adpane: Adpane, tenantId: string, now: Date): Promise<void> {
  const accounts = await adpane.accounts.list(tenantId)
  const orders = accounts.map(({ id, timezone }) => {
    const until = dayAt(now, timezone)
    const query = { since: addDays(until, -29), until, metrics: ['reach' as const], limit: 1 }
    return adpane.objects.read(tenantId, id, 'campaign', query)
  })
  await Promise.allSettled(orders)
}
