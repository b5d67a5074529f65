import { startSandbox } from '@adpane/sandbox'
import { expect, it } from 'vitest'
import { createAdpane, createKeyRing, openPgliteStore } from '../src/index.ts'

it('keeps a working connection when the next token turns out to be no good', async () => {
  const sandbox = await startSandbox({ port: 0, ads: 8 })
  const adpane = createAdpane({
    store: await openPgliteStore({ dataDir: 'memory' }),
    graph: { appId: sandbox.appId, appSecret: sandbox.appSecret, baseUrl: sandbox.url },
    keyRing: await createKeyRing([{ id: 'test', key: crypto.getRandomValues(new Uint8Array(32)) }]),
  })
  try {
    const [tenant] = sandbox.tenants
    if (!tenant) throw new Error('The sandbox has no tenant.')
    expect((await adpane.tenants.connect(tenant)).map(({ id }) => id).sort()).toEqual([...tenant.accounts].sort())

    const mistyped = adpane.tenants.connect({ ...tenant, accessToken: 'EAAmistyped' })

    await expect(mistyped).rejects.toMatchObject({ code: 'connection_broken' })
    await expect(adpane.sync.tenant(tenant.id, { days: 1 })).resolves.toBeUndefined()
  } finally {
    await adpane.close()
    await sandbox.close()
  }
})
