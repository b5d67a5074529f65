import type { ReactNode } from 'react'

/** Harborline's mark and name. */
export function Brand(): ReactNode {
  return (
    <span className="hl-brand">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <rect className="hl-mark-ground" width="24" height="24" rx="6.5" />
        <path className="hl-mark-line" d="M6.5 6v12M17.5 6v12M6.5 13.2c1.83-2.2 3.67-2.2 5.5-.6s3.67 1.6 5.5-.6" />
      </svg>
      Harborline
    </span>
  )
}
