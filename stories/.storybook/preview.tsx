import '@adpane/ui/styles.css'
import './preview.css'
import type { Preview } from '@storybook/react-vite'
import { FakeHost } from '../src/fake-host.tsx'

const preview: Preview = {
  globalTypes: {
    appearance: {
      description: 'Theme',
      toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark', 'auto'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['by locale', 'ltr', 'rtl'], dynamicTitle: true },
    },
    locale: {
      description: 'Locale',
      toolbar: { title: 'Locale', icon: 'globe', items: ['en', 'de', 'ar', 'ja'], dynamicTitle: true },
    },
  },
  initialGlobals: { appearance: 'light', direction: 'by locale', locale: 'en' },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Start here',
          'Insights chart',
          'Insights tiles',
          'Campaign table',
          'Account picker',
          'Date range picker',
          'Dashboard',
        ],
      },
    },
  },
  // A key, so that switching a story's scenario starts with an empty cache.
  decorators: [(Story, context) => <FakeHost key={context.id} context={context} story={<Story />} />],
  tags: ['autodocs'],
}

export default preview
