import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/inter'
import '@adpane/ui/styles.css'
import './harborline/harborline.css'
import { Harborline } from './harborline/harborline.tsx'

const root = document.querySelector('#harborline')
if (!root) throw new Error('index.html has no #harborline to draw into.')

createRoot(root).render(
  <StrictMode>
    <Harborline />
  </StrictMode>,
)
