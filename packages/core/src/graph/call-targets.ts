import type { GovernedCall } from '../governor/governor.ts'
import type { GraphRequest } from './wire.ts'

/** Which quotas a call falls under, by its path. */
export type CallTarget = Pick<GovernedCall, 'adAccountId' | 'useCase' | 'kind' | 'calls'>

/** What a call counts as. A batch counts as its parts: one target for each account, use case and kind in it. */
export function callTargets(request: GraphRequest, accountOf: (nodeId: string) => string | undefined): CallTarget[] {
  const parts = request.batch ?? [request]
  const targets = new Map<string, CallTarget>()
  for (const part of parts) {
    const target = callTarget(part, request.batch ? 1 : idCount(request), accountOf)
    const key = targetKey(target)
    const known = targets.get(key)
    targets.set(key, known ? { ...known, calls: known.calls + target.calls } : target)
  }
  return [...targets.values()]
}

/** The same for calls that count together. */
export function targetKey({ adAccountId, useCase, kind }: Omit<CallTarget, 'calls'>): string {
  return `${adAccountId}/${useCase}/${kind}`
}

export function callTarget(
  { method, path }: Pick<GraphRequest, 'method' | 'path'>,
  calls: number,
  accountOf: (nodeId: string) => string | undefined,
): CallTarget {
  const [node = '', edge = ''] = path
  const adAccountId = /^act_\d+$/.test(node) ? node : accountOf(node)
  const isAboutAds = adAccountId !== undefined || /^(?:\d+$|\{result=)/.test(node)
  const useCase = useCases[edge] ?? (isAboutAds ? 'ads_management' : 'app')
  return {
    ...(adAccountId !== undefined && { adAccountId }),
    useCase,
    kind: method === 'GET' ? 'read' : 'write',
    calls,
  }
}

const useCases: Readonly<Record<string, GovernedCall['useCase']>> = {
  insights: 'ads_insights',
  customaudiences: 'custom_audience',
  users: 'custom_audience',
  usersreplace: 'custom_audience',
}

/** Reading many objects in one call counts each of them. */
function idCount({ params }: GraphRequest): number {
  const { ids } = params
  if (Array.isArray(ids)) return Math.max(1, ids.length)
  return typeof ids === 'string' ? ids.split(',').length : 1
}
