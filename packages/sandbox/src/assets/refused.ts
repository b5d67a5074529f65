import { GraphError } from '../graph/graph-error.ts'

/** A refusal whose subcode no source of ours knows: only the texts for people say what is wrong. */
export function refused(userTitle: string, userMessage: string, blamedField?: string): GraphError {
  return new GraphError('Invalid parameter', {
    type: 'OAuthException',
    code: 100,
    isTransient: false,
    userTitle,
    userMessage,
    ...(blamedField === undefined ? {} : { data: { blame_field_specs: [[blamedField]] } }),
  })
}
