import { Component, type ReactElement, type ReactNode } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import { Button } from '../primitives/button.tsx'
import { Card } from '../primitives/card.tsx'
import { StateMessage } from '../primitives/state-message.tsx'

interface State {
  crashed: boolean
}

/** Keeps one widget's crash from taking the host's page with it. React has no hook for this, hence a class. */
export class WidgetBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { crashed: false }

  static getDerivedStateFromError(): State {
    return { crashed: true }
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children
    return <Crashed onRetry={() => this.setState({ crashed: false })} />
  }
}

function Crashed({ onRetry }: { onRetry: () => void }): ReactElement {
  const { states, common } = useMessages()
  return (
    <Card className="ap-crashed">
      <StateMessage
        icon="warn"
        tone="neg"
        title={states.crashedTitle}
        body={states.crashedBody}
        action={<Button onClick={onRetry}>{common.tryAgain}</Button>}
      />
    </Card>
  )
}
