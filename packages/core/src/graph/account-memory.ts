import { isJsonObject, type JsonObject } from './json.ts'
import type { GraphRequest } from './wire.ts'

const idsPerGeneration = 25_000

/**
 * Which ad account an object belongs to, as seen in answers. Paths like `120210…/ads` do not say, but quotas are by
 * account. Forgets what was not asked for among the last tens of thousands of ids.
 */
export class AccountMemory {
  #young = new Map<string, string>()
  #old = new Map<string, string>()

  accountOf(nodeId: string): string | undefined {
    const account = this.#young.get(nodeId) ?? this.#old.get(nodeId)
    if (account !== undefined && !this.#young.has(nodeId)) this.#add(nodeId, account)
    return account
  }

  /** Takes note of the objects in a list of an account, and of one just created there. */
  remember({ path }: Pick<GraphRequest, 'path'>, answer: JsonObject): void {
    const [node = ''] = path
    const account = node.startsWith('act_') ? node : this.accountOf(node)
    if (account === undefined) return
    this.#addIdOf(answer, account)
    const rows: unknown = answer['data']
    if (Array.isArray(rows)) for (const row of rows) this.#addIdOf(row, account)
  }

  /** Takes note of the one ad account that the usage headers of an object's answer name. */
  rememberOwner({ path }: Pick<GraphRequest, 'path'>, owners: readonly string[]): void {
    const [node = ''] = path
    const [owner] = owners
    if (owners.length === 1 && owner !== undefined && /^\d+$/.test(node) && this.accountOf(node) === undefined) {
      this.#add(node, `act_${owner}`)
    }
  }

  #addIdOf(value: unknown, account: string): void {
    const id = isJsonObject(value) ? value['id'] : undefined
    if (typeof id === 'string' && /^\d+$/.test(id)) this.#add(id, account)
  }

  #add(nodeId: string, account: string): void {
    this.#young.set(nodeId, account)
    if (this.#young.size < idsPerGeneration) return
    this.#old = this.#young
    this.#young = new Map()
  }
}
