import { readFileSync } from 'node:fs'

/** Whom a process runs as; empty for "whoever I am". Spreads into the options of `spawn`. */
export interface RunAs {
  uid?: number
  gid?: number
}

/**
 * Whom to run a service as: ourselves, or a plain system user when we are root (Postgres refuses root).
 *
 * @throws {Error} We are root and the machine has none of the usual plain users.
 */
export function unprivilegedUser(): RunAs {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const wanted of ['nobody', 'postgres', 'daemon']) {
    const [, , uid, gid] = users.find(([name]) => name === wanted) ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(
    'Running as root, and /etc/passwd knows no plain user (nobody, postgres, daemon) to run a service as.',
  )
}
