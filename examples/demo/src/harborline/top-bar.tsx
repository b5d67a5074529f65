import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { type Page, type PageId, pages } from './pages.ts'
import type { Theme } from './theme.ts'
import { ThemeToggle } from './theme-toggle.tsx'

interface TopBarProps {
  page: PageId
  theme: Theme
  onThemeChange: (theme: Theme) => void
  onMenu: () => void
}

/** Where one is, and the few things that belong to every page. */
export function TopBar({ page, theme, onThemeChange, onMenu }: TopBarProps): ReactNode {
  const current: Page | undefined = pages.find(({ id }) => id === page)
  return (
    <header className="hl-top">
      <button type="button" className="hl-icon-button hl-menu-button" aria-label="Open menu" onClick={onMenu}>
        <Icon name="menu" />
      </button>
      <nav aria-label="Breadcrumb">
        <ol className="hl-crumbs">
          {current?.group === 'marketing' && <li className="hl-crumb-parent">Marketing</li>}
          <li aria-current="page">{current?.name}</li>
        </ol>
      </nav>
      <div className="hl-top-end">
        <ThemeToggle value={theme} onValueChange={onThemeChange} />
        <span className="hl-avatar" role="img" aria-label="Signed in as Maren Okafor">
          MO
        </span>
      </div>
    </header>
  )
}
