import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { useAdpane } from '../provider/adpane-context.ts'
import { useTableScope } from './table-scope.ts'

export type FullNameHandle = Tooltip.Handle<string>

/** One floating box serves all names of a table. */
export function createFullNameHandle(): FullNameHandle {
  return Tooltip.createHandle<string>()
}

/** Shows the whole name on hover and focus of a cut one. */
export function FullName(props: { name: string; isCut: boolean; children: ReactElement }): ReactElement {
  const { fullName } = useTableScope()
  if (!props.isCut) return props.children
  return <Tooltip.Trigger handle={fullName} payload={props.name} delay={350} render={props.children} />
}

/** The box itself; once a table. */
export function FullNameTooltip({ handle }: { handle: FullNameHandle }): ReactElement {
  const { portal } = useAdpane()
  return (
    <Tooltip.Root handle={handle}>
      {({ payload }) => (
        <Tooltip.Portal container={portal}>
          <Tooltip.Positioner sideOffset={6} align="start" className="ap-tooltip-at">
            <Tooltip.Popup className="ap-tooltip ap-ct-full-name">
              <bdi>{payload}</bdi>
            </Tooltip.Popup>
          </Tooltip.Positioner>
        </Tooltip.Portal>
      )}
    </Tooltip.Root>
  )
}
