import { notOneOf } from '../graph/graph-error.ts'
import { recordOf, textOf } from './loose-values.ts'

const strategies = ['DEEP_RENAME', 'ONLY_TOP_LEVEL_RENAME', 'NO_RENAME']

/**
 * Names copies by `rename_options`: prefix and suffix (` - Copy` when neither is given) for the object that was asked
 * for, with `DEEP_RENAME` for everything below it too.
 *
 * @throws {GraphError} 100 for an unknown strategy.
 */
export function copyNames(options: unknown): (name: string, isTop: boolean) => string {
  const { rename_strategy: asked, rename_prefix: prefix, rename_suffix: suffix } = recordOf(options)
  const strategy = textOf(asked) || 'ONLY_TOP_LEVEL_RENAME'
  if (!strategies.includes(strategy)) throw notOneOf('rename_options[rename_strategy]', strategies, strategy)
  const ending = prefix === undefined && suffix === undefined ? ' - Copy' : textOf(suffix)
  return (name, isTop) => {
    const isKept = strategy === 'NO_RENAME' || (strategy === 'ONLY_TOP_LEVEL_RENAME' && !isTop)
    return isKept ? name : `${textOf(prefix)}${name}${ending}`
  }
}
