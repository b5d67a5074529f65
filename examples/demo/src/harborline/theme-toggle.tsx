import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { type Theme, themes } from './theme.ts'

const labels = { light: 'Light', auto: 'Same as the system', dark: 'Dark' } as const satisfies Record<Theme, string>
const icons = { light: 'sun', auto: 'auto', dark: 'moon' } as const satisfies Record<Theme, IconName>

/** Light, dark, or whatever the system says. */
export function ThemeToggle({
  value,
  onValueChange,
}: {
  value: Theme
  onValueChange: (theme: Theme) => void
}): ReactNode {
  return (
    <fieldset className="hl-theme">
      <legend className="hl-sr">Theme</legend>
      {themes.map((theme) => (
        <label key={theme} title={labels[theme]}>
          <input
            type="radio"
            name="theme"
            aria-label={labels[theme]}
            checked={theme === value}
            onChange={() => onValueChange(theme)}
          />
          <Icon name={icons[theme]} />
        </label>
      ))}
    </fieldset>
  )
}
