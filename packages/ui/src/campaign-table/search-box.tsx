import { type ReactElement, useEffect, useState } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Icon } from '../primitives/icon.tsx'

/** Long enough for the next letter, short enough not to be noticed. */
const TYPING_PAUSE_MS = 250

export interface SearchBoxProps {
  /** What is searched now. */
  value: string
  onSearch: (text: string) => void
}

/** Searches names once typing pauses; Enter does not wait, Escape clears. */
export function SearchBox({ value, onSearch }: SearchBoxProps): ReactElement {
  const { table } = useMessages()
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    // Changed from outside, such as by "Clear filters".
    setKnown(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed === value) return undefined
    const timer = setTimeout(() => onSearch(typed), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, value, onSearch])
  const clear = () => {
    setTyped('')
    onSearch('')
  }
  return (
    <div className="ap-ct-search">
      <Icon name="search" size={14} />
      <input
        type="search"
        aria-label={table.search}
        placeholder={table.search}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onSearch(typed)
          if (event.key === 'Escape') clear()
        }}
      />
      {typed && (
        <button type="button" className="ap-ct-chip-x" aria-label={table.clearSearch} onClick={clear}>
          <Icon name="x" size={12} />
        </button>
      )}
    </div>
  )
}
