/** A creative as Meta sends it. Fields that were not asked for, or that do not apply, are absent. */
export interface AdCreativeJson {
  id: string
  account_id?: string
  name?: string
  status?: string
  title?: string
  body?: string
  object_type?: string
  call_to_action_type?: string
  image_hash?: string
  image_url?: string
  thumbnail_url?: string
  video_id?: string
  effective_object_story_id?: string
  object_story_spec?: Record<string, unknown>
  asset_feed_spec?: Record<string, unknown>
}
