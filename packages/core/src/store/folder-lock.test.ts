import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockFolder } from './folder-lock.ts'

let folder: string
beforeEach(async () => (folder = join(await mkdtemp(join(tmpdir(), 'adpane-lock-')), 'store')))
afterEach(() => rm(join(folder, '..'), { recursive: true }))

it('refuses a folder that a living process holds, and names the process', async () => {
  const unlock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(`process ${process.pid}`)
  await unlock()
})

it('takes a folder again once it was given back', async () => {
  const unlock = await lockFolder(folder)
  await unlock()
  const again = await lockFolder(folder)
  await expect(again()).resolves.toBeUndefined()
})

it('takes over from a process that died without giving back', async () => {
  await writeFile(`${folder}.lock`, '999999999')
  const taken = await lockFolder(folder)
  await expect(taken()).resolves.toBeUndefined()
})
