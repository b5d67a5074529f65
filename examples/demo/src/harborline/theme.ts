import { useEffect, useState } from 'react'

export type Theme = 'light' | 'dark' | 'auto'

export const themes = ['light', 'auto', 'dark'] as const satisfies readonly Theme[]

const KEY = 'harborline.theme'

/** The person's choice of theme, remembered by the browser and marked on the document. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(rememberedTheme)
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
    remember(theme)
  }, [theme])
  return [theme, setTheme]
}

function rememberedTheme(): Theme {
  const text = read()
  return themes.find((theme) => theme === text) ?? 'auto'
}

// Storage can be forbidden; the theme then lasts as long as the page.
function read(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    return
  }
}
