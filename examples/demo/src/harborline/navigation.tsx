import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Tenant } from '../host-api.ts'
import { Brand } from './brand.tsx'
import { Icon } from './icon.tsx'
import { type Page, type PageId, pages } from './pages.ts'
import { StoreSwitcher } from './store-switcher.tsx'

interface NavigationProps {
  page: PageId
  tenants: readonly Tenant[]
  tenantId: string
  onNavigate: (page: PageId) => void
  onTenantChange: (tenantId: string) => void
}

/** The product's navigation: a column beside the page. */
export function Navigation(props: NavigationProps): ReactNode {
  return (
    <nav className="hl-nav" aria-label="Harborline">
      <NavigationBody {...props} />
    </nav>
  )
}

/** The same navigation on a small screen: a drawer over the page, closed by Escape, a tap beside it or a choice. */
export function NavigationDrawer({
  open,
  onClose,
  ...props
}: NavigationProps & { open: boolean; onClose: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  const closeWhenBeside = (event: MouseEvent) => event.target === dialog.current && onClose()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the backdrop belongs to the dialog; Escape is the keyboard's way
    <dialog ref={dialog} className="hl-drawer" aria-label="Menu" onClose={onClose} onClick={closeWhenBeside}>
      <nav className="hl-nav" aria-label="Harborline">
        <button type="button" className="hl-icon-button hl-drawer-close" aria-label="Close menu" onClick={onClose}>
          <Icon name="close" />
        </button>
        <NavigationBody
          {...props}
          onNavigate={(page) => {
            onClose()
            props.onNavigate(page)
          }}
          onTenantChange={(tenantId) => {
            onClose()
            props.onTenantChange(tenantId)
          }}
        />
      </nav>
    </dialog>
  )
}

function NavigationBody({ page, tenants, tenantId, onNavigate, onTenantChange }: NavigationProps): ReactNode {
  const linksOf = (group: Page['group']) =>
    pages
      .filter((candidate) => candidate.group === group)
      .map((target) => (
        <NavigationLink key={target.id} target={target} isCurrent={target.id === page} onNavigate={onNavigate} />
      ))
  return (
    <>
      <Brand />
      <StoreSwitcher tenants={tenants} value={tenantId} onValueChange={onTenantChange} />
      <ul>{linksOf('shop')}</ul>
      <div className="hl-nav-heading">
        <Icon name="mega" />
        Marketing
      </div>
      <ul className="hl-nav-sub">{linksOf('marketing')}</ul>
      <ul>{linksOf('channels')}</ul>
      <ul className="hl-nav-foot">{linksOf('foot')}</ul>
    </>
  )
}

function NavigationLink(props: {
  target: Page & { id: PageId }
  isCurrent: boolean
  onNavigate: (page: PageId) => void
}): ReactNode {
  const { target, isCurrent, onNavigate } = props
  const follow = (event: MouseEvent) => {
    // A new tab or window is the browser's business.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onNavigate(target.id)
  }
  return (
    <li>
      <a href={`/${target.id}`} aria-current={isCurrent ? 'page' : undefined} onClick={follow}>
        {target.icon && <Icon name={target.icon} />}
        {target.name}
      </a>
    </li>
  )
}
