import { useEffect, useState } from 'react'
import { useAdpane } from '../provider/adpane-context.ts'

/** The provider's wall clock, read again every so often so that ages and countdowns move. */
export function useNow(everyMs: number): Date {
  const { now } = useAdpane()
  const [instant, setInstant] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setInstant(now()), everyMs)
    return () => clearInterval(timer)
  }, [now, everyMs])
  return instant
}
