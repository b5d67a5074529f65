import { type ReactElement, type ReactNode, useEffect, useState } from 'react'

/** A grey bar with the geometry of the text it stands for. Sizes are CSS lengths. */
export function Skeleton({ width, height }: { width: string; height?: string }): ReactElement {
  return <span className="ap-sk" style={{ inlineSize: width, ...(height && { blockSize: height }) }} />
}

/** Holds a skeleton back for 150 ms: what arrives sooner should not flicker. The space is taken at once. */
export function SkeletonDelay({ children }: { children: ReactNode }): ReactElement {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SKELETON_DELAY_MS)
    return () => clearTimeout(timer)
  }, [])
  return <div className={shown ? 'ap-sk-box' : 'ap-sk-box ap-sk-held'}>{children}</div>
}

const SKELETON_DELAY_MS = 150
