import type { AdAccount } from '../../world/objects.ts'
import type { AppUser } from '../users.ts'
import { DialogError, shown, type DialogRequest } from './dialog-request.ts'

/** @throws {DialogError} Neither yes nor no: a guess would grant what nobody granted. */
export function readDecision(text: string | undefined): 'continue' | 'cancel' {
  if (text === 'continue' || text === 'cancel') return text
  throw new DialogError(
    `decision ${text === undefined ? 'is missing' : 'is unknown'}: send continue or cancel.`,
    'answer',
  )
}

/** @throws {DialogError} There is nobody of that id. */
export function personOf(people: readonly AppUser[], id: string): AppUser {
  const person = people.find((known) => known.id === id)
  if (!person) throw new DialogError('There is no such person in this sandbox.', 'answer')
  return person
}

/**
 * The permissions ticked; undefined where the form chose none and so takes all.
 *
 * @throws {DialogError} One that the app did not ask for.
 */
export function chosenPermissions(form: URLSearchParams, { scopes }: DialogRequest): readonly string[] | undefined {
  const granted = form.getAll('granted')
  const unasked = granted.find((name) => !scopes.includes(name))
  if (unasked !== undefined) {
    throw new DialogError(`granted holds ${shown(unasked)}. The app asked for ${scopes.join(', ')}.`, 'answer')
  }
  return form.get('is_choice') === '1' || granted.length > 0 ? granted : undefined
}

/**
 * The accounts ticked; undefined for all, later ones included.
 *
 * @throws {DialogError} One that the person has not, or another choice than `all` or `chosen`.
 */
export function chosenAccounts(form: URLSearchParams, { name, accounts }: AppUser): readonly AdAccount[] | undefined {
  const choice = form.get('accounts') ?? 'all'
  if (choice === 'all') return undefined
  if (choice !== 'chosen') throw new DialogError('accounts is unknown: send all or chosen.', 'answer')
  const own = new Map(accounts.map((account) => [account.id, account]))
  return form.getAll('account').map((id) => {
    const account = own.get(id)
    if (account) return account
    const known = accounts.slice(0, 5).map((one) => one.id)
    throw new DialogError(
      `account ${shown(id)} is none of ${name}. Theirs are ${known.join(', ')}${accounts.length > 5 ? ', …' : ''}.`,
      'answer',
    )
  })
}
