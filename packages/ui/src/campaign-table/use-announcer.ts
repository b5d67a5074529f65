import { useCallback, useRef, useState } from 'react'

/** Says something to screen readers; the same words twice are said once. */
export type Announce = (text: string) => void

/** Words for a live region. What the page opens with is not news: the first words are kept to oneself. */
export function useAnnouncer(): { announcement: string; announce: Announce } {
  const [announcement, setAnnouncement] = useState('')
  const isFirst = useRef(true)
  const announce = useCallback((text: string) => {
    if (isFirst.current) isFirst.current = false
    else setAnnouncement(text)
  }, [])
  return { announcement, announce }
}
