import type { ReactElement } from 'react'

export interface SegmentedProps<Value extends string> {
  /** Accessible name of the group. */
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** One choice among two to four, all in view. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>): ReactElement {
  return (
    <span className="ap-seg" role="group" aria-label={props.label}>
      {props.options.map(({ value, label }) => (
        <button key={value} type="button" aria-pressed={value === props.value} onClick={() => props.onChange(value)}>
          {label}
        </button>
      ))}
    </span>
  )
}
