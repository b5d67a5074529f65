import { GraphError } from '../graph/graph-error.ts'
import type { UseCase } from './quota.ts'

/** The score of an ad account is full. Meta's pages name two answers; which one comes is configurable. */
export function scoreFull(code: 17 | 613): GraphError {
  const text = 'There have been too many calls from this ad-account. Please wait a bit and try again.'
  if (code === 613) return rateError(text, 613, 1487742)
  return new GraphError('(#17) User request limit reached', {
    type: 'OAuthException',
    code: 17,
    subcode: 2446079,
    isTransient: false,
    userTitle: 'Ad Account Has Too Many API Calls',
    userMessage: text,
  })
}

/** An hourly quota of a use case is used up. */
export function hourFull(useCase: UseCase): GraphError {
  const code = useCaseCodes[useCase]
  return rateError(
    `(#${code}) There have been too many calls from this ad-account. Wait a bit and try again. For more info, ` +
      'please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.',
    code,
    2446079,
  )
}

const useCaseCodes = { ads_insights: 80000, custom_audience: 80003, ads_management: 80004 } as const

export function tooManyMutations(accountId: string): GraphError {
  return rateError(
    `Your ad account ${accountId.replace('act_', '')} has exceeded the maximum allowed rate of mutation requests. To ` +
      'resolve this, reduce the frequency of your create, update operations on campaigns, ad sets, and ads.',
    613,
    5044001,
  )
}

/** All apps together ask too much of insights. */
export function insightsOverloaded(): GraphError {
  return new GraphError('There have been too many calls from this app. Wait a bit and try again.', {
    type: 'OAuthException',
    code: 4,
    subcode: 1504022,
    userTitle: 'Too Many API Requests',
    userMessage: 'Your app has exceeded the allowed number of API requests. Wait before retrying.',
  })
}

export function appFull(): GraphError {
  return rateError('(#4) Application request limit reached', 4)
}

export function spendCapChangedTooOften(): GraphError {
  return rateError(
    'You can only change your account spending limit 10 times per day. Please wait to make more changes.',
    17,
    1885172,
  )
}

export function budgetChangedTooOften(): GraphError {
  return rateError(
    'You can only change your ad set budget 4 times per hour. Please wait to make more changes.',
    613,
    1487632,
  )
}

function rateError(message: string, code: number, subcode?: number): GraphError {
  return new GraphError(message, { type: 'OAuthException', code, ...(subcode === undefined ? {} : { subcode }) })
}
