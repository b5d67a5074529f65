import { type Day, previousRange } from '@adpane/contract'
import { Popover } from '@base-ui/react/popover'
import { type ReactElement, useState } from 'react'
import { formatRange } from '../format/format-day.ts'
import { useMessages } from '../messages/use-messages.ts'
import { Icon } from '../primitives/icon.tsx'
import { useAdpane } from '../provider/adpane-context.ts'
import { CustomRange } from './custom-range.tsx'
import { type DatePreset, datePresets, type DateRange, rangeOfPreset } from './date-presets.ts'

export interface DateRangePickerProps {
  value: DateRange
  onValueChange: (value: DateRange) => void
  /** The day it is in the account's time zone; `dayAt(new Date(), account.timezone)`. */
  today: Day
  /** IANA name of the account's time zone, said once below the dates. */
  timezone?: string
  /** Whether the period before is compared. Without `onCompareChange` there is no such button. */
  compare?: boolean
  onCompareChange?: (compare: boolean) => void
}

/** Which days every widget beside it shows, and whether the days before are shown too. */
export function DateRangePicker(props: DateRangePickerProps): ReactElement {
  const { value, compare = false, onCompareChange } = props
  return (
    <span className="ap-dates">
      <RangePicker {...props} />
      {onCompareChange && <CompareToggle range={value} pressed={compare} onPressedChange={onCompareChange} />}
    </span>
  )
}

function RangePicker({ value, onValueChange, today, timezone }: DateRangePickerProps): ReactElement {
  const { locale, portal } = useAdpane()
  const { dateRange: messages } = useMessages()
  const [open, setOpen] = useState(false)
  const name = value.preset ? messages.presets[value.preset] : messages.custom
  const days = formatRange(value.since, value.until, locale)
  const choose = (range: DateRange) => {
    setOpen(false)
    onValueChange(range)
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="ap-btn ap-picker" aria-label={messages.label(`${name}, ${days}`)}>
        <Icon name="cal" />
        <span>{name}</span>
        <span className="ap-picker-more ap-num">{days}</span>
        <Icon name="caret" size={14} />
      </Popover.Trigger>
      <Popover.Portal container={portal}>
        <Popover.Positioner className="ap-float" align="start" sideOffset={6}>
          <Popover.Popup className="ap-pop ap-dates-pop" aria-label={messages.presetsLabel}>
            <PresetList current={value.preset} onChoose={(preset) => choose(rangeOfPreset(preset, today))} />
            <CustomRange value={value} today={today} timezone={timezone} onChoose={choose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function PresetList(props: { current: DatePreset | undefined; onChoose: (preset: DatePreset) => void }): ReactElement {
  const { dateRange: messages } = useMessages()
  return (
    <ul className="ap-presets" aria-label={messages.presetsLabel}>
      {datePresets.map((preset) => (
        <li key={preset}>
          <button type="button" aria-current={preset === props.current} onClick={() => props.onChoose(preset)}>
            {messages.presets[preset]}
            {preset === props.current && <Icon name="check" size={14} />}
          </button>
        </li>
      ))}
    </ul>
  )
}

function CompareToggle(props: {
  range: DateRange
  pressed: boolean
  onPressedChange: (pressed: boolean) => void
}): ReactElement {
  const { locale } = useAdpane()
  const { dateRange: messages } = useMessages()
  const { since, until } = previousRange(props.range.since, props.range.until)
  const days = formatRange(since, until, locale)
  return (
    <button
      type="button"
      className="ap-btn ap-picker ap-compare"
      aria-pressed={props.pressed}
      aria-label={messages.compare(days)}
      onClick={() => props.onPressedChange(!props.pressed)}
    >
      <span className="ap-compare-key" />
      {props.pressed ? (
        <span className="ap-compare-days">
          <span className="ap-picker-more">{messages.versus}</span> <span className="ap-num">{days}</span>
        </span>
      ) : (
        <span>{messages.noCompare}</span>
      )}
    </button>
  )
}
