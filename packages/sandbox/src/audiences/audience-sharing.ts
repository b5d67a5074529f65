import type { EdgeCall } from '../graph/graph-call.ts'
import { missingParam, notOneOf } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import { listParam } from '../graph/params.ts'
import { textOf } from '../objects/loose-values.ts'
import type { CustomAudience } from '../world/objects.ts'
import { setShared } from './shared-audiences.ts'

type AudienceCall = EdgeCall<ObjectNode<'CustomAudience'>>

/** `POST /<audience>/adaccounts`: lets other ad accounts use it; each account is answered for. */
export function shareAudience(call: AudienceCall): unknown {
  const { node, input, sandbox, caller } = call
  const { account, object } = node
  const wanted = accountIds(call)
  const permissions = textOf(input.permissions ?? 'targeting')
  if (!sharePermissions.includes(permissions)) throw notOneOf('permissions', sharePermissions, permissions)
  const answers = wanted.map((id) => {
    const known = sandbox.world.account(`act_${id}`)
    // Without a tie between the businesses an account is as good as unknown.
    const target = known && caller.canSee(known) ? known : undefined
    const isShared = target !== undefined && target !== account
    return {
      isShared,
      json: {
        ad_acct_id: id,
        business_id: target?.business.id ?? '',
        audience_share_status: isShared ? 'shared' : 'failed',
        errors: isShared
          ? []
          : [target ? 'The audience belongs to this ad account.' : 'This ad account does not exist.'],
      },
    }
  })
  const shared = wanted.filter((_, index) => answers[index]?.isShared)
  const kept = input.replace === true ? [] : sharedWith(object)
  setSharedWith(call, [...new Set([...kept, ...shared])])
  return { success: answers.every(({ isShared }) => isShared), sharing_data: answers.map(({ json }) => json) }
}

/** `DELETE /<audience>/adaccounts` */
export function unshareAudience(call: AudienceCall): unknown {
  const gone = new Set(accountIds(call))
  setSharedWith(
    call,
    sharedWith(call.node.object).filter((id) => !gone.has(id)),
  )
  return { success: true }
}

/** `GET /<audience>/adaccounts` */
export function listSharing({ node }: AudienceCall): unknown {
  return { data: sharedWith(node.object).map((id) => ({ id: `act_${id}` })), paging: {} }
}

/** `GET /<audience>/shared_account_info` */
export function sharedAccountInfo({ node, sandbox }: AudienceCall): unknown {
  const data = sharedWith(node.object).map((id) => {
    const account = sandbox.world.account(`act_${id}`)
    return {
      account_id: id,
      account_name: account?.name ?? '',
      business_id: account?.business.id ?? '',
      business_name: account?.business.name ?? '',
      sharing_status: 'shared',
    }
  })
  return { data, paging: {} }
}

/** Digits of the accounts that may use an audience besides its own. */
export function sharedWith({ values }: CustomAudience): readonly string[] {
  return Array.isArray(values.shared_with) ? values.shared_with.map(String) : []
}

/** Sets who may use an audience besides its own account; those accounts list it from then on. */
export function setSharedWith({ node, sandbox }: AudienceCall, digits: readonly string[]): void {
  const { account, object } = node
  for (const id of new Set([...sharedWith(object), ...digits])) {
    const target = sandbox.world.account(`act_${id}`)
    if (target) setShared(target, object.id, digits.includes(id))
  }
  object.values.shared_with = digits
  account.objects().touch(object)
}

const sharePermissions = ['targeting', 'targeting_and_insights']

// The path that only the guide prints has no schema, so its parameter is read here.
function accountIds({ params }: AudienceCall): string[] {
  const ids = listParam(params, 'adaccounts').map((id) => id.replace(/^act_/, ''))
  if (ids.length === 0) throw missingParam('adaccounts')
  return [...new Set(ids)]
}
