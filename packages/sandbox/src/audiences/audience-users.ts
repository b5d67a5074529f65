import type { AccountCall } from '../assets/account-call.ts'
import type { EdgeCall } from '../graph/graph-call.ts'
import { GraphError, missingParam } from '../graph/graph-error.ts'
import type { ObjectNode } from '../graph/node.ts'
import { textOf } from '../objects/loose-values.ts'
import { seedOf } from '../world/random.ts'
import { wireTime } from '../objects/wire-time.ts'
import { addPeople, rememberedPeople, removePeople } from './audience-people.ts'
import { checkAudienceTerms } from './audience-terms.ts'
import { enterSession, sessionsOf, type UploadSession } from './upload-session.ts'
import { readUserPayload, type UserPayload } from './user-payload.ts'

type AudienceCall = EdgeCall<ObjectNode<'CustomAudience'>>

/** `POST /<audience>/users` */
export function addUsers(call: AudienceCall): unknown {
  return upload(call, 'add', (people, known) => addPeople(call.node.object, people, known))
}

/** `DELETE /<audience>/users` */
export function removeUsers(call: AudienceCall): unknown {
  return upload(call, 'remove', (people, known) => removePeople(call.node.object, people, known))
}

/** `POST /<audience>/usersreplace`: the first batch of the session empties the audience. */
export function replaceUsers(call: AudienceCall): unknown {
  if (call.input.session === undefined) throw missingParam('session')
  return upload(call, 'replace', (people, known, session) => {
    if (session?.lastSeq === 1) {
      known.clear()
      call.node.object.values.people = 0
    }
    addPeople(call.node.object, people, known)
  })
}

/** `GET /<audience>/sessions` */
export function listSessions({ node, input }: AudienceCall): unknown {
  const { account, object } = node
  const wanted = sessionsOf(object).filter(
    ({ session_id: id }) => input.session_id === undefined || id === textOf(input.session_id),
  )
  const data = wanted.map((session) => ({
    session_id: session.session_id,
    stage: session.isFinished ? 'finished' : 'uploading',
    progress: session.isFinished ? '100' : '50',
    num_received: String(session.num_received),
    num_invalid_entries: String(session.num_invalid_entries),
    num_matched: String(Math.round((session.num_received - session.num_invalid_entries) * 0.68)),
    start_time: wireTime(session.startedAtMs, account.timezone),
    ...(session.isFinished ? { end_time: wireTime(session.updatedAtMs, account.timezone) } : {}),
  }))
  return { data, paging: {} }
}

/** `DELETE act_…/usersofanyaudience`: people who object leave every uploaded audience. */
export function removeUsersEverywhere({ node, input }: AccountCall): unknown {
  const payload = readUserPayload(input.payload)
  const objects = node.account.objects()
  for (const audience of objects.all('CustomAudience').filter(({ values }) => values.subtype === 'CUSTOM')) {
    removePeople(audience, payload.people, rememberedPeople(audience))
    objects.touch(audience)
  }
  return reply(undefined, undefined, payload)
}

function upload(
  call: AudienceCall,
  kind: UploadSession['kind'],
  change: (people: readonly string[], known: Set<string>, session: UploadSession | undefined) => void,
): unknown {
  const { node, input, now } = call
  const { account, object } = node
  checkAudienceTerms(account)
  if (object.values.subtype !== 'CUSTOM') throw notUploadable()
  const payload = readUserPayload(input.payload, { isValueBased: object.values.is_value_based === true })
  const session = enterSession(object, input.session, kind, now.getTime())
  change(payload.people, rememberedPeople(object), session)
  if (session) {
    session.num_received += payload.received
    session.num_invalid_entries += payload.invalid
  }
  object.values.invalid_entries = Number(object.values.invalid_entries ?? 0) + payload.invalid
  object.values.content_updated_ms = now.getTime()
  account.objects().touch(object)
  // Meta gives a session to those who named none.
  const sessionId = session?.session_id ?? String(seedOf(node.id, now.getTime(), payload.received) + 1_000_000_000)
  return reply(node.id, sessionId, payload)
}

function reply(audienceId: string | undefined, sessionId: string | undefined, payload: UserPayload): unknown {
  return {
    ...(audienceId === undefined ? {} : { audience_id: audienceId }),
    ...(sessionId === undefined ? {} : { session_id: sessionId }),
    num_received: payload.received,
    num_invalid_entries: payload.invalid,
    invalid_entry_samples: payload.invalidSamples,
  }
}

function notUploadable(): GraphError {
  return new GraphError('(#2650) Failed to update the custom audience', {
    type: 'OAuthException',
    code: 2650,
    isTransient: false,
    userTitle: 'Audience Cannot Be Updated',
    userMessage: 'People can be uploaded to audiences made from a customer list only.',
  })
}
