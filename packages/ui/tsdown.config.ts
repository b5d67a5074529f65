import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { index: 'src/index.ts', testing: 'src/testing/index.ts', styles: 'src/styles/index.css' },
  platform: 'browser',
  target: 'es2022',
  dts: true,
  css: { fileName: 'style.css', splitting: false },
})
