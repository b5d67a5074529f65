import type { AdAccount } from '@adpane/contract'
import { type ReactElement, useState } from 'react'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { userEvent } from 'vitest/browser'
import { AdpaneProvider } from '../provider/adpane-provider.tsx'
import { AccountPicker } from './account-picker.tsx'

it('shows the chosen account and changes to another', async () => {
  const { page, onValueChange } = await renderPicker({ accounts: someAccounts(3) })
  const picker = page.getByRole('combobox', { name: 'Ad account' })

  await expect.element(picker).toMatchTextContent(/Fieldnote 1USD/)
  await picker.click()
  await page.getByRole('option', { name: /Fieldnote 3/ }).click()

  expect(onValueChange).toHaveBeenCalledExactlyOnceWith('act_3')
  await expect.element(picker).toMatchTextContent(/Fieldnote 3USD/)
})

it('finds one of many by a part of its name or its id', async () => {
  const { page, onValueChange } = await renderPicker({ accounts: someAccounts(40) })

  await page.getByRole('combobox', { name: 'Ad account' }).click()
  await page.getByRole('combobox', { name: 'Search ad accounts' }).fill('note 31')
  await expect.element(page.getByRole('option')).toMatchTextContent(/Fieldnote 31/)
  await page.getByRole('combobox', { name: 'Search ad accounts' }).fill('act_27')
  await userEvent.keyboard('{Enter}')

  expect(onValueChange).toHaveBeenCalledExactlyOnceWith('act_27')
})

it('says that no account has the name searched for', async () => {
  const { page } = await renderPicker({ accounts: someAccounts(9) })

  await page.getByRole('combobox', { name: 'Ad account' }).click()
  await page.getByRole('combobox', { name: 'Search ad accounts' }).fill('nothing like it')

  await expect.element(page.getByText('No ad account is called “nothing like it”.')).toBeVisible()
})

it('marks an account that cannot run ads', async () => {
  const { page } = await renderPicker({
    accounts: someAccounts(2).map((account) => ({ ...account, status: 'disabled' })),
  })

  await expect.element(page.getByRole('combobox', { name: 'Ad account' })).toMatchTextContent(/Disabled/)
})

it('says that the session has no accounts', async () => {
  const { page } = await renderPicker({ accounts: [] })

  await expect.element(page.getByText('No ad accounts in this session')).toBeVisible()
})

it('keeps a place while accounts load', async () => {
  const { page } = await renderPicker({ accounts: new Promise(() => {}) })

  await expect.element(page.getByRole('status', { name: 'Loading ad accounts' })).toBeInTheDocument()
})

it('offers another try when accounts did not load', async () => {
  const { page, fetch } = await renderPicker({ accounts: refusal() })

  const again = page.getByRole('button', { name: 'Ad accounts didn’t load. Try again' })
  await expect.element(again).toBeVisible()
  fetch.mockResolvedValue(Response.json({ data: someAccounts(1) }))
  await again.click()

  await expect.element(page.getByRole('combobox', { name: 'Ad account' })).toMatchTextContent(/Fieldnote 1/)
})

function someAccounts(count: number): AdAccount[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `act_${index + 1}`,
    name: `Fieldnote ${index + 1}`,
    currency: 'USD',
    timezone: 'America/New_York',
    status: 'active',
  }))
}

/** A refusal that trying again at once would not mend, so the picker does not wait for retries. */
function refusal(): Response {
  const error = { code: 'scope_missing', message: 'Refused.', action: 'contact_support', requestId: 'req_1' }
  return Response.json({ error }, { status: 403 })
}

async function renderPicker({ accounts }: { accounts: readonly AdAccount[] | Promise<never> | Response }) {
  const onValueChange = vi.fn<(accountId: string) => void>()
  const fetch = vi.fn<typeof globalThis.fetch>(async () =>
    accounts instanceof Response ? accounts : Response.json({ data: await accounts }),
  )
  const page = await render(
    <AdpaneProvider
      endpoint="https://fake.adpane.test/api"
      fetch={fetch}
      fetchSession={() => Promise.resolve({ token: 'a-session', expiresIn: 900 })}
    >
      <Held onValueChange={onValueChange} />
    </AdpaneProvider>,
  )
  return { page, onValueChange, fetch }
}

function Held({ onValueChange }: { onValueChange: (accountId: string) => void }): ReactElement {
  const [value, setValue] = useState('act_1')
  return (
    <AccountPicker
      value={value}
      onValueChange={(id) => {
        onValueChange(id)
        setValue(id)
      }}
    />
  )
}
