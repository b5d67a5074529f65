/** A permission an app can ask for, and how the consent page words it. */
export interface Permission {
  name: string
  /** What the app may do with it, after "may". */
  title: string
  detail: string
  /** What it is about: the app gets it for those the person chooses. */
  about: 'person' | 'ads' | 'pages' | 'business' | 'instagram'
}

/** Everyone who logs in grants this one; it cannot be declined. */
export const basicPermission = 'public_profile'

/** Every permission the sandbox knows; asking for another is refused as invalid scope. */
export const permissions: ReadonlyMap<string, Permission> = new Map(
  [
    permission('public_profile', 'person', 'See your name', 'Your public profile. Every app gets it.'),
    permission('email', 'person', 'See your email address', 'The address of this invented person.'),
    permission('user_videos', 'person', 'See your videos', 'Videos you uploaded or are tagged in.'),
    permission('ads_read', 'ads', 'Read campaigns and results', 'Campaigns, ad sets, ads and their insights.'),
    permission('ads_management', 'ads', 'Create and edit ads', 'Campaigns, budgets, creatives and audiences.'),
    permission('attribution_read', 'ads', 'Read attribution reports', 'How conversions are credited.'),
    permission('read_insights', 'ads', 'Read insights of Pages and apps', 'Totals, never people.'),
    permission('leads_retrieval', 'ads', 'Read leads', 'Answers people gave in lead forms.'),
    permission('business_management', 'business', 'Manage the business', 'Its people, system users and assets.'),
    permission('catalog_management', 'business', 'Manage catalogs', 'Products and product sets.'),
    permission('pages_show_list', 'pages', 'List your Pages', 'So that ads can speak in their name.'),
    permission('pages_read_engagement', 'pages', 'Read what Pages post', 'Posts, photos, videos and reactions.'),
    permission('pages_read_user_content', 'pages', 'Read what people post on Pages', 'Comments and ratings.'),
    permission('pages_manage_ads', 'pages', 'Manage ads of Pages', 'Lead forms and Page ads.'),
    permission('pages_manage_metadata', 'pages', 'Manage settings of Pages', 'Settings and webhooks.'),
    permission('pages_manage_posts', 'pages', 'Post as Pages', 'Create, edit and delete posts.'),
    permission('pages_manage_engagement', 'pages', 'Answer comments as Pages', 'Comments and likes.'),
    permission('pages_messaging', 'pages', 'Answer messages as Pages', 'Conversations with customers.'),
    permission('instagram_basic', 'instagram', 'See the Instagram account', 'Profile and media.'),
    permission('instagram_content_publish', 'instagram', 'Publish to Instagram', 'Photos, reels and stories.'),
    permission('instagram_manage_comments', 'instagram', 'Answer on Instagram', 'Comments and mentions.'),
    permission('instagram_manage_insights', 'instagram', 'Read Instagram insights', 'Reach and engagement.'),
    permission('instagram_branded_content_brand', 'instagram', 'Approve partners', 'Who may tag the brand.'),
    permission('instagram_branded_content_creator', 'instagram', 'Let brands boost posts', 'Posts of a creator.'),
    permission('instagram_branded_content_ads_brand', 'instagram', 'Run partnership ads', 'With creators’ posts.'),
    permission('threads_business_basic', 'instagram', 'See the Threads profile', 'For ads on Threads.'),
    permission('whatsapp_business_management', 'business', 'Manage WhatsApp accounts', 'Numbers and templates.'),
    permission('whatsapp_business_messaging', 'business', 'Send WhatsApp messages', 'In the name of the business.'),
  ].map((known) => [known.name, known]),
)

/** What a Login for Business configuration (`config_id`) stands for in the sandbox. */
export const configuredPermissions: readonly string[] = [
  'public_profile',
  'ads_read',
  'ads_management',
  'business_management',
  'pages_show_list',
  'pages_read_engagement',
]

function permission(name: string, about: Permission['about'], title: string, detail: string): Permission {
  return { name, title, detail, about }
}
