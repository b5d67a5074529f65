import { expect, it } from 'vitest'
import { DemoSettingsError, readDemoSettings } from './demo-options.ts'

const meta = { META_ACCESS_TOKEN: 'token', META_APP_ID: '1', META_APP_SECRET: 'secret' }

it('takes port 4000 unless told otherwise, and the flag before PORT', () => {
  expect(readDemoSettings([], {})).toEqual({ port: 4000, json: false })
  expect(readDemoSettings([], { PORT: '4100' }).port).toBe(4100)
  expect(readDemoSettings(['--port', '4200'], { PORT: '4100' }).port).toBe(4200)
})

it.each(['http', '-1', '65536', '40.5'])('refuses %s as a port', (PORT) => {
  expect(() => readDemoSettings([], { PORT })).toThrow(DemoSettingsError)
})

it('runs against Meta when all three variables are set', () => {
  expect(readDemoSettings([], meta).meta).toEqual({ accessToken: 'token', appId: '1', appSecret: 'secret' })
})

it('names exactly the variables that are missing', () => {
  const { META_APP_SECRET: _, ...partly } = meta
  expect(() => readDemoSettings([], partly)).toThrow('set META_APP_SECRET too')
  expect(() => readDemoSettings([], { META_APP_ID: '1' })).toThrow('set META_ACCESS_TOKEN and META_APP_SECRET too')
})

it('does not read a file and Meta at once', () => {
  expect(() => readDemoSettings(['--results', 'file.csv'], meta)).toThrow('Unset META_ACCESS_TOKEN')
})
