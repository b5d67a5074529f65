import type { InsightsFilter } from '@adpane/contract'

/** The three depths of an account's tree, from the top. */
export type TableLevel = 'campaign' | 'adset' | 'ad'

/** An object the table was narrowed to. */
export interface DrillStep {
  level: 'campaign' | 'adset'
  id: string
  name: string
}

/** Where a person stands in the tree: the level whose rows are shown, and what they are narrowed to. */
export interface DrillPath {
  level: TableLevel
  /** Outermost first; at most one a level, each above `level`. */
  steps: readonly DrillStep[]
}

export const tableLevels = ['campaign', 'adset', 'ad'] as const satisfies readonly TableLevel[]

/** Opens a row: a campaign shows its ad sets, an ad set its ads. An ad has nothing below it. */
export function drillInto(path: DrillPath, row: { id: string; name: string }): DrillPath {
  if (path.level === 'ad') return path
  return {
    level: path.level === 'campaign' ? 'adset' : 'ad',
    steps: [...stepsAbove(path, path.level), { level: path.level, id: row.id, name: row.name }],
  }
}

/** Goes to a level and keeps what it can still be narrowed to. */
export function goToLevel(path: DrillPath, level: TableLevel): DrillPath {
  return { level, steps: stepsAbove(path, level) }
}

/** Lifts a narrowing, with those inside it, and stays on the level. */
export function withoutStep(path: DrillPath, level: DrillStep['level']): DrillPath {
  return { ...path, steps: stepsAbove(path, level) }
}

/** The narrowing as the filters of a query. An ad set says more than its campaign, so the deepest step is enough. */
export function pathFilters(path: DrillPath): InsightsFilter[] {
  const deepest = path.steps.at(-1)
  return deepest ? [{ field: `${deepest.level}.id`, operator: 'EQUAL', value: deepest.id }] : []
}

function stepsAbove(path: DrillPath, level: TableLevel): DrillStep[] {
  return path.steps.filter((step) => tableLevels.indexOf(step.level) < tableLevels.indexOf(level))
}
