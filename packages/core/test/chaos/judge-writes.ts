import type { WriteReport } from './reports.ts'
import type { Ledger } from './serve-chaos-sandbox.ts'
import { markOf, nameOf, newNameOf } from './mark.ts'

export interface Judgement {
  /** What the client said of a write and the sandbox's books deny. */
  contradictions: readonly string[]
  /** Names that two objects have. */
  duplicates: readonly string[]
  /** Objects nobody told of: their process was killed first. */
  untold: readonly string[]
  /** Writes by what was said of them. */
  said: Readonly<Record<string, number>>
  /** Of the creates told as unknown, those that were done. */
  unknownDone: number
}

/** Holds what the client said of every write against what there is. */
export function judgeWrites(writes: readonly WriteReport[], { objects }: Pick<Ledger, 'objects'>): Judgement {
  const byMark = Map.groupBy(objects, ({ name }) => markOf(name) ?? '')
  const contradictions = writes.filter((write) => !isTrue(write, byMark.get(write.mark) ?? []))
  const told = new Set(writes.map(({ mark }) => mark))
  const said: Record<string, number> = {}
  for (const write of writes) said[`${write.action} ${write.said}`] = (said[`${write.action} ${write.said}`] ?? 0) + 1
  return {
    contradictions: contradictions.map((write) => `${write.action} of ${write.mark} told as ${write.said}`),
    duplicates: [...byMark].flatMap(([mark, same]) => (same.length > 1 ? [mark] : [])),
    untold: [...byMark.keys()].filter((mark) => !told.has(mark)),
    said,
    unknownDone: writes.filter(
      (write) => write.action === 'create' && write.said === 'unknown' && byMark.has(write.mark),
    ).length,
  }
}

function isTrue({ mark, action, said }: WriteReport, found: Ledger['objects']): boolean {
  const isDone = {
    create: found.length === 1 && found.every(({ name }) => name === nameOf(mark) || name === newNameOf(mark)),
    rename: found.some(({ name }) => name === newNameOf(mark)),
    delete: found.some(({ isDeleted }) => isDeleted),
  }[action]
  if (said === 'unknown') return true
  if (said !== 'no') return isDone
  return action === 'create' ? found.length === 0 : !isDone
}
