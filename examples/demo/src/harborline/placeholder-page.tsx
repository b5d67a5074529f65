import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { pages, type PageId } from './pages.ts'

/** Says plainly that a page of the product is not part of the demo. */
export function PlaceholderPage({
  page,
  onOpenAdvertising,
}: {
  page: PageId
  onOpenAdvertising: () => void
}): ReactNode {
  const name = pages.find(({ id }) => id === page)?.name
  return (
    <>
      <div className="hl-title">
        <h1>{name}</h1>
      </div>
      <section className="hl-placeholder">
        <Icon name="compass" />
        <h2>{name} is not part of this demo</h2>
        <p>Harborline is an invented product. It exists to show Adpane’s widgets at home in somebody’s pages.</p>
        <button type="button" className="hl-button" onClick={onOpenAdvertising}>
          Open Advertising
        </button>
      </section>
    </>
  )
}
