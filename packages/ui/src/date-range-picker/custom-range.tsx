import type { Day } from '@adpane/contract'
import { type FormEvent, type ReactElement, useId, useState } from 'react'
import { formatDay } from '../format/format-day.ts'
import { useMessages } from '../messages/use-messages.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import { checkRange, firstKnownDay, type RangeProblem } from './check-range.ts'
import type { DateRange } from './date-presets.ts'

interface CustomRangeProps {
  value: DateRange
  today: Day
  timezone: string | undefined
  onChoose: (range: DateRange) => void
}

/** Two date fields. A range that cannot be asked stays in the fields, with the reason under the wrong one. */
export function CustomRange({ value, today, timezone, onChoose }: CustomRangeProps): ReactElement {
  const { dateRange: messages } = useMessages()
  const [draft, setDraft] = useState({ since: value.since, until: value.until })
  const [problem, setProblem] = useState<RangeProblem>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = checkRange(draft.since, draft.until, today)
    setProblem(found)
    if (!found) onChoose(draft)
  }
  const fieldOf = (field: 'since' | 'until') => (
    <DayField
      field={field}
      value={draft[field]}
      today={today}
      problem={problem?.field === field ? describe(problem) : undefined}
      onChange={(day) => {
        setProblem(undefined)
        setDraft({ ...draft, [field]: day })
      }}
    />
  )
  const describe = useProblemText(draft.since, today)
  return (
    // The browser's own bubbles would hide our words and know nothing of the other field.
    <form className="ap-custom" aria-label={messages.custom} noValidate onSubmit={submit}>
      <p className="ap-custom-title">{messages.custom}</p>
      {fieldOf('since')}
      {fieldOf('until')}
      <button type="submit" className="ap-btn ap-btn-primary ap-apply">
        {messages.apply}
      </button>
      {timezone && <p className="ap-custom-zone">{messages.timezone(timezone)}</p>}
    </form>
  )
}

interface DayFieldProps {
  field: 'since' | 'until'
  value: Day
  today: Day
  problem: string | undefined
  onChange: (day: Day) => void
}

function DayField({ field, value, today, problem, onChange }: DayFieldProps): ReactElement {
  const { dateRange: messages } = useMessages()
  const id = useId()
  return (
    <div className="ap-day-field">
      <label htmlFor={id}>{messages.fields[field]}</label>
      <input
        id={id}
        type="date"
        value={value}
        min={firstKnownDay(today)}
        max={today}
        aria-invalid={problem !== undefined}
        aria-describedby={problem && `${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem && (
        <p id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** Words for a problem: the field's name, and the day it has to keep to. */
function useProblemText(since: Day, today: Day): (problem: RangeProblem) => string {
  const { locale } = useAdpane()
  const { dateRange: messages } = useMessages()
  const limits = { missing: today, in_future: today, too_early: firstKnownDay(today), reversed: since }
  return ({ field, problem }) =>
    messages.problems[problem](messages.fields[field], formatDay(limits[problem], locale, { near: '' }))
}
