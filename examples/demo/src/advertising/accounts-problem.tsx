import type { ReactNode } from 'react'
import type { AdsApiError } from '@adpane/ui'

/** Before an ad account is known there is nothing for the widgets to show; the host says why. */
export function AccountsProblem({ error, onRetry }: { error: AdsApiError | null; onRetry: () => void }): ReactNode {
  if (!error) return null
  return (
    <section className="hl-placeholder" role="alert">
      <h2>{error.action === 'sign_in' ? 'Adpane refused this session' : 'The ad accounts didn’t load'}</h2>
      <p>{error.message}</p>
      <button type="button" className="hl-button" onClick={onRetry}>
        Try again
      </button>
      {error.requestId && <p className="hl-request">Request {error.requestId}</p>}
    </section>
  )
}
