import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Claims a folder for this process by a lock file beside it.
 *
 * PGlite takes no lock of its own: two processes on one folder lose writes without an error.
 *
 * @returns Gives the folder back.
 * @throws {Error} A living process holds it; the message names it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = `${folder}.lock`
  await mkdir(dirname(path), { recursive: true })
  while (!(await claim(path))) {
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    if (isAlive(holder))
      throw new Error(`The store folder ${folder} is in use by process ${holder}. Stop it, or choose another folder.`)
    await rm(path, { force: true })
  }
  return () => rm(path, { force: true })
}

async function claim(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
