import { useLayoutEffect, useMemo, useState } from 'react'

/** Tells whether a text fits the place a name has. */
export type NameFit = (text: string) => boolean

interface Place {
  width: number
  font: string
  letterSpacing: string
}

/**
 * Measures once per column width how much room names have, so that each can be cut in its middle.
 *
 * @param container - Holds the names; each is marked with `data-ap-name`, and all have equal room.
 */
export function useNameFit(container: HTMLElement | null): NameFit {
  const [place, setPlace] = useState<Place>()
  useLayoutEffect(() => {
    if (!container) return undefined
    const measure = () => setPlace((known) => samePlace(known, placeOf(container)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(container)
    // Widths change when the host's font arrives.
    document.fonts?.addEventListener('loadingdone', measure)
    return () => {
      observer.disconnect()
      document.fonts?.removeEventListener('loadingdone', measure)
    }
  }, [container])
  return useMemo(() => fitFor(place), [place])
}

function placeOf(container: HTMLElement): Place | undefined {
  const name = container.querySelector('[data-ap-name]')
  if (!name?.clientWidth) return undefined
  const { fontStyle, fontWeight, fontSize, fontFamily, letterSpacing } = getComputedStyle(name)
  return { width: name.clientWidth, font: `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`, letterSpacing }
}

/** The known object when nothing changed, so that no name is cut anew. */
function samePlace(known: Place | undefined, found: Place | undefined): Place | undefined {
  if (!found) return known
  const same = known?.width === found.width && known.font === found.font && known.letterSpacing === found.letterSpacing
  return same ? known : found
}

function fitFor(place: Place | undefined): NameFit {
  const pen = place && document.createElement('canvas').getContext('2d')
  if (!place || !pen) return () => true
  pen.font = place.font
  pen.letterSpacing = place.letterSpacing === 'normal' ? '0px' : place.letterSpacing
  // Canvas and layout round differently; a pixel keeps the last letter whole.
  return (text) => pen.measureText(text).width <= place.width - 1
}
