import type { ReactElement } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Button } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { ChoiceMenu } from './choice-menu.tsx'
import type { DrillStep } from './drill-path.ts'
import type { DeliveryFilter, TableView } from './table-view.ts'

export interface FilterBarProps {
  view: TableView
  onLeaveStep: (level: DrillStep['level']) => void
  onDelivery: (delivery: DeliveryFilter) => void
  onClear: () => void
  /** Menus at the end of the line. */
  children?: ReactElement
}

/** What the rows are narrowed to, each part with a way out. */
export function FilterBar(props: FilterBarProps): ReactElement {
  const { table } = useMessages()
  const { path, delivery } = props.view
  const isNarrowed = path.steps.length > 0 || delivery !== 'all'
  return (
    <div className="ap-ct-filters">
      {path.steps.map((step) => (
        <StepChip key={step.level} step={step} onLeave={() => props.onLeaveStep(step.level)} />
      ))}
      <DeliveryChip delivery={delivery} onDelivery={props.onDelivery} />
      {isNarrowed && (
        <Button tone="ghost" className="ap-ct-clear" onClick={props.onClear}>
          {table.clearFilters}
        </Button>
      )}
      <span className="ap-ct-end">{props.children}</span>
    </div>
  )
}

function StepChip({ step, onLeave }: { step: DrillStep; onLeave: () => void }): ReactElement {
  const { table } = useMessages()
  return (
    <span className="ap-ct-chip">
      <span className="ap-ct-chip-key">{table.level[step.level]}</span>
      <span className="ap-ct-chip-value" title={step.name}>
        <bdi>{step.name}</bdi>
      </span>
      <button
        type="button"
        className="ap-ct-chip-x"
        aria-label={table.leaveStep(table.level[step.level], step.name)}
        onClick={onLeave}
      >
        <Icon name="x" size={12} />
      </button>
    </span>
  )
}

function DeliveryChip(props: Pick<FilterBarProps, 'onDelivery'> & { delivery: DeliveryFilter }): ReactElement {
  const { table } = useMessages()
  const words = { all: table.deliveryAll, delivering: table.deliveryOn }
  const choice = (id: DeliveryFilter) =>
    ({ kind: 'radio', id, isOn: props.delivery === id, onChoose: () => props.onDelivery(id) }) as const
  return (
    <ChoiceMenu
      trigger={
        <button type="button" className="ap-ct-chip">
          <span className="ap-ct-chip-key">{table.delivery}</span>
          <span>{words[props.delivery]}</span>
          <Icon name="caret" size={12} />
        </button>
      }
      groups={[
        [
          { ...choice('all'), label: table.deliveryAllLong },
          { ...choice('delivering'), label: table.deliveryOnLong },
        ],
      ]}
    />
  )
}
