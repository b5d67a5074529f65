/**
 * A path with its ids taken out, so that few of them exist: `/v25.0/act_1/ads` becomes `/v25.0/{ad_account_id}/ads`.
 *
 * Whatever is not a version or one of Meta's lower-case names counts as an id.
 */
export function pathTemplate(path: string): string {
  return path
    .split('/')
    .map((segment) => {
      if (/^act_\d+$/.test(segment)) return '{ad_account_id}'
      return /^([a-z][a-z_]*|v\d+\.\d+|)$/.test(segment) ? segment : '{id}'
    })
    .join('/')
}
