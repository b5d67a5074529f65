import { AdsApiError } from '../client/ads-api-error.ts'

/** Only what may heal by itself is tried again, and only twice; the rest waits for a person. */
export function shouldRetry(failures: number, error: unknown): boolean {
  return failures < 2 && error instanceof AdsApiError && passing.has(error.code)
}

/** 0.8 s, then 1.6 s. */
export function retryDelayMs(failures: number): number {
  return 800 * 2 ** failures
}

const passing = new Set(['meta_unreachable', 'meta_unavailable', 'bff_unreachable'])
