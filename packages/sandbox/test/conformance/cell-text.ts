/** Gives the value of a `{name}` in a cell. @throws {CellError} There is none. */
export type ValueOf = (name: string) => string

/** A cell is not written as the folder's README says. */
export class CellError extends Error {
  override readonly name = 'CellError'
}

/** The code spans of a cell, with the values of their `{names}`. */
export function spansOf(cell: string, valueOf: ValueOf): string[] {
  const rest = cell.replaceAll(/``.+?``|`[^`]+`/g, '').replaceAll(/<br\s*\/?>/g, '')
  if (rest.trim() !== '') throw new CellError(`"${rest.trim()}" stands outside of code`)
  return [...cell.matchAll(/``(.+?)``|`([^`]+)`/g)].map(([, double, single]) =>
    withValues((double ?? single ?? '').trim(), valueOf),
  )
}

/** `{name}` after a letter or a bracket is field expansion (`campaign{name}`), anywhere else a value. */
function withValues(text: string, valueOf: ValueOf): string {
  return text.replaceAll(/(?<![\w)])\{([a-z]\w*)\}/gi, (_, name: string) => valueOf(name))
}
