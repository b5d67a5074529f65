/**
 * Every node of the ads graph with its fields and edges, as Meta publishes them for v25.0 with the additions of v26.0.
 *
 * `@Node` opens a node; `= field:type …` are its fields; `METHOD edge > returns param:type …` is an edge, `.` the node
 * itself; an indented line goes on with the one above. Types: `s` text, `i` `u` whole numbers (`u` not negative), `f`
 * number, `b` true or false, `d` time, `o` any JSON, `m` JSON object, `file` upload, `[Enum]`, another node or struct;
 * `*` a list of it. `!` marks a required parameter.
 */
export const nodeTable = `
@AdAccount
= account_id:s account_status:u ad_account_promotable_objects:AdAccountPromotableObjects age:f
  agency_client_declaration:AgencyClientDeclaration all_capabilities:s* amount_spent:s
  attribution_spec:AttributionSpec* balance:s brand_safety_content_filter_levels:s* business:Business
  business_city:s business_country_code:s business_name:s business_state:s business_street:s business_street2:s
  business_zip:s can_create_brand_lift_study:b capabilities:s* created_time:d currency:s
  custom_audience_info:CustomAudienceGroup default_dsa_beneficiary:s default_dsa_payor:s disable_reason:u
  end_advertiser:s end_advertiser_name:s existing_customers:s* expired_funding_source_details:FundingSourceDetails
  extended_credit_invoice_group:ExtendedCreditInvoiceGroup failed_delivery_checks:DeliveryCheck* fb_entity:u
  funding_source:s funding_source_details:FundingSourceDetails has_migrated_permissions:b
  has_page_authorized_adaccount:b id:s io_number:s is_attribution_spec_system_default:b
  is_ba_skip_delayed_eligible:b is_direct_deals_enabled:b is_in_3ds_authorization_enabled_market:b
  is_notifications_enabled:b is_personal:u is_prepay_account:b is_tax_id_required:b liable_address:CRMAddress
  line_numbers:i* marketing_messages_settings:AdAccountMarketingMessagesSettings media_agency:s
  min_campaign_group_spend_cap:s min_daily_budget:u name:s offsite_clo_signal_status:i offsite_pixels_tos_accepted:b
  opportunity_score:f owner:s owner_business:Business partner:s rf_spec:ReachFrequencySpec
  send_bill_to_address:CRMAddress show_checkout_experience:b sold_to_address:CRMAddress spend_cap:s tax_id:s
  tax_id_status:u tax_id_type:s timezone_id:u timezone_name:s timezone_offset_hours_utc:f tos_accepted:m
  user_access_expire_time:d user_tasks:s* user_tos_accepted:m viewable_business:Business opportunity_score_weight:i
GET account_controls > AdAccountBusinessConstraints
POST account_controls > AdAccountBusinessConstraints audience_controls!:o placement_controls:o
GET activities > AdActivity add_children:b after:s business_id:s category:[AdActivity.category]
  data_source:[AdActivity.data_source] extra_oids:s* limit:i oid:s since:d uid:i until:d
GET ad_place_page_sets > AdPlacePageSet
POST ad_place_page_sets > AdPlacePageSet location_types:[AdPlacePageSet.location_types]* name!:s parent_page!:s
  targeted_area_type:[AdPlacePageSet.targeted_area_type]
POST ad_place_page_sets_async > AdPlacePageSet location_types:[AdPlacePageSet.location_types]* name!:s
  parent_page!:s targeted_area_type:[AdPlacePageSet.targeted_area_type]
GET ad_saved_keywords > AdSavedKeywords fields:s*
GET ad_studies > AdStudy
GET adcloudplayables > CloudGame
GET adcreatives > AdCreative
POST adcreatives > AdCreative actor_id:u ad_disclaimer_spec:m adlabels:o*
  applink_treatment:[AdCreative.applink_treatment] asset_feed_spec:o
  authorization_category:[AdCreative.authorization_category] body:s branded_content:m
  branded_content_sponsor_page_id:s bundle_folder_id:s call_to_action:o
  categorization_criteria:[AdCreative.categorization_criteria]
  category_media_source:[AdCreative.category_media_source] contextual_multi_ads:m creative_sourcing_spec:m
  degrees_of_freedom_spec:m destination_set_id:s destination_spec:m dynamic_ad_voice:[AdCreative.dynamic_ad_voice]
  enable_launch_instant_app:b execution_options:[AdCreative.execution_options]* existing_post_title:s
  facebook_branded_content:m format_transformation_spec:m* image_crops:m image_file:s image_hash:s image_url:s
  instagram_branded_content:m instagram_permalink_url:s instagram_user_id:s interactive_components_spec:m
  is_dco_internal:b link_og_id:s link_url:s marketing_message_structured_spec:m media_sourcing_spec:m name:s
  object_id:u object_story_id:s object_story_spec:AdCreativeObjectStorySpec object_type:s object_url:s
  omnichannel_link_spec:m page_welcome_message:s place_page_set_id:s platform_customizations:o playable_asset_id:s
  portrait_customizations:m product_set_id:s product_suggestion_settings:m recommender_settings:m
  regional_regulation_disclaimer_spec:m source_facebook_post_id:s source_instagram_media_id:s template_url:s
  template_url_spec:s thumbnail_url:s title:s url_tags:s use_page_actor_override:b generative_asset_spec:m
  wamo_whatsapp_identity_spec:m
GET adcreativesbylabels > AdCreative ad_label_ids!:s* operator:[AdCreative.operator]
DELETE adimages > o hash!:s image_id:s
GET adimages > AdImage biz_tag_id:u business_id:s hashes:s* minheight:u minwidth:u name:s selected_hashes:s*
POST adimages > AdImage bytes:s copy_from:o
GET adlabels > AdLabel
POST adlabels > AdLabel name!:s
GET adplayables > PlayableContent
POST adplayables > PlayableContent app_id:s name!:s session_id:s source:file source_url:s source_zip:file
GET adrules_history > AdAccountAdRulesHistory action:[AdAccountAdRulesHistory.action]
  evaluation_type:[AdAccountAdRulesHistory.evaluation_type] hide_no_changes:b object_id:s
GET adrules_library > AdRule
POST adrules_library > AdRule account_id:s evaluation_spec!:o execution_spec!:o name!:s schedule_spec:o
  status:[AdRule.status] ui_creation_source:[AdRule.ui_creation_source]
GET ads > Ad date_preset:[Ad.date_preset] effective_status:s* time_range:m updated_since:i
POST ads > Ad ad_schedule_end_time:d ad_schedule_start_time:d adlabels:o* adset_id:u adset_spec:AdSet audience_id:s
  bid_amount:i conversion_domain:s creative!:AdCreative creative_asset_groups_spec:o date_format:s
  display_sequence:u draft_adgroup_id:s engagement_audience:b execution_options:[Ad.execution_options]*
  include_demolink_hashes:b name!:s priority:u source_ad_id:s status:[Ad.status] tracking_specs:o
  creative_automation_spec:o
GET ads_reporting_mmm_reports > AdsReportBuilderMMMReport filtering:m*
GET ads_reporting_mmm_schedulers > AdsReportBuilderMMMReportScheduler
GET ads_volume > AdAccountAdVolume page_id:s recommendation_type:[AdAccountAdVolume.recommendation_type]
  show_breakdown_by_actor:b
GET adsbylabels > Ad ad_label_ids!:s* operator:[Ad.operator]
GET adsets > AdSet date_preset:[AdSet.date_preset_upper] effective_status:[AdSet.effective_status_filter]*
  is_completed:b time_range:m updated_since:i
POST adsets > AdSet adlabels:o* adset_schedule:o* attribution_spec:m*
  automatic_manual_state:[AdSet.automatic_manual_state] bid_adjustments:o bid_amount:i bid_constraints:m
  bid_strategy:[AdSet.bid_strategy] billing_event:[AdSet.billing_event] budget_schedule_specs:o*
  budget_source:[AdSet.budget_source] budget_split_set_id:s campaign_attribution:o campaign_id:s campaign_spec:o
  creative_sequence:s* creative_sequence_repetition_pattern:[AdSet.creative_sequence_repetition_pattern]
  daily_budget:u daily_imps:u daily_min_spend_target:u daily_spend_cap:u date_format:s
  destination_type:[AdSet.destination_type] dsa_beneficiary:s dsa_payor:s end_time:d
  execution_options:[AdSet.execution_options]* existing_customer_budget_percentage:u frequency_control_specs:o*
  full_funnel_exploration_mode:[AdSet.full_funnel_exploration_mode] is_ba_skip_delayed_eligible:b
  is_budget_schedule_enabled:b is_dynamic_creative:b is_incremental_attribution_enabled:b
  is_sac_cfca_terms_certified:b lifetime_budget:u lifetime_imps:u lifetime_min_spend_target:u lifetime_spend_cap:u
  line_number:u max_budget_spend_percentage:u min_budget_spend_percentage:u
  multi_event_conversion_attribution_window_seconds:u
  multi_optimization_goal_weight:[AdSet.multi_optimization_goal_weight] name!:s
  optimization_goal:[AdSet.optimization_goal] optimization_sub_event:[AdSet.optimization_sub_event] pacing_type:s*
  placement_soft_opt_out:o promoted_object:o rb_prediction_id:s
  regional_regulated_categories:[AdSet.regional_regulated_categories]* regional_regulation_identities:m
  rf_prediction_id:s source_adset_id:s start_time:d status:[AdSet.status] targeting:Targeting
  time_based_ad_rotation_id_blocks:u** time_based_ad_rotation_intervals:u* time_start:d time_stop:d topline_id:s
  trending_topics_spec:m tune_for_category:[AdSet.tune_for_category] value_rule_set_id:s value_rules_applied:b
  attribution_count_type:[AdSet.attribution_count_type] cost_bidding_mode:[AdSet.cost_bidding_mode]
  is_dc_follow_optimized:b live_video_ad_campaign_config:o meta_moment_maker_spec:m relative_value:f
GET adsetsbylabels > AdSet ad_label_ids!:s* operator:[AdSet.operator]
GET adspixels > AdsPixel sort_by:[AdsPixel.sort_by]
POST adspixels > AdsPixel name:s
GET advertisable_applications > Application app_id:s business_id:s
DELETE advideos > o video_id!:s
GET advideos > AdVideo max_aspect_ratio:f maxheight:u maxlength:u maxwidth:u min_aspect_ratio:f minheight:u
  minlength:u minwidth:u title:s
POST advideos > AdVideo application_id:s asked_fun_fact_prompt_id:u audio_story_wave_animation_handle:s
  chunk_session_id:s composer_entry_picker:s composer_entry_point:s composer_entry_time:u
  composer_session_events_log:s composer_session_id:s composer_source_surface:s composer_type:s
  container_type:[AdVideo.container_type] content_category:[AdVideo.content_category] creative_tools:s description:s
  edit_description_spec:m embeddable:b end_offset:u fbuploader_video_file_chunk:s file_size:u file_url:s
  fisheye_video_cropped:b formatting:[AdVideo.formatting] fov:u front_z_rotation:f fun_fact_prompt_id:s
  fun_fact_toastee_id:u guide:u** guide_enabled:b initial_heading:u initial_pitch:u instant_game_entry_point_data:s
  is_boost_intended:b is_group_linking_post:b is_partnership_ad:b is_voice_clip:b location_source_id:s name:s
  og_action_type_id:s og_icon_id:s og_object_id:s og_phrase:s og_suggestion_mechanism:s original_fov:u
  original_projection_type:[AdVideo.original_projection_type] partnership_ad_ad_code:s publish_event_id:u
  referenced_sticker_id:s replace_video_id:s slideshow_spec:m source:s source_instagram_media_id:s spherical:b
  start_offset:u swap_mode:[AdVideo.swap_mode] text_format_metadata:s thumb:file time_since_original_post:u title:s
  transcode_setting_properties:s unpublished_content_type:[AdVideo.unpublished_content_type]
  upload_phase:[AdVideo.upload_phase] upload_session_id:s upload_setting_properties:s video_file_chunk:s
  video_id_original:s video_start_time_ms:u waterfall_id:s selected_audio_spec:m
GET affectedadsets > AdSet
DELETE agencies > o business!:s
GET agencies > Business
POST agencies > AdAccount business!:s permitted_tasks:[AdAccount.permitted_tasks]*
GET applications > Application
DELETE assigned_users > o user!:i
GET assigned_users > AssignedUser business!:s
POST assigned_users > AdAccount tasks:[AdAccount.tasks]* user!:i
POST async_batch_requests > Campaign adbatch!:o* name!:s
GET async_requests > AsyncRequest status:[AsyncRequest.status] type:[AsyncRequest.type]
GET asyncadcreatives > AdAsyncRequestSet is_completed:b
POST asyncadcreatives > AdAsyncRequestSet creative_spec!:AdCreative name!:s
  notification_mode:s notification_uri:s
GET asyncadrequestsets > AdAsyncRequestSet is_completed:b
POST asyncadrequestsets > AdAsyncRequestSet ad_specs!:m* name!:s
  notification_mode:s notification_uri:s
GET audience_funnel > AudienceFunnel
POST block_list_drafts > AdAccount publisher_urls_file!:file
POST brand_safety_content_filter_levels > AdAccount
  brand_safety_content_filter_levels!:[AdAccount.brand_safety_content_filter_levels]* business_id:s
GET broadtargetingcategories > BroadTargetingCategories custom_categories_only:b
GET businessprojects > BusinessProject business:s
DELETE campaigns > o before_date:d delete_offset:u delete_strategy!:[Campaign.delete_strategy] object_count:i
GET campaigns > Campaign date_preset:[Campaign.date_preset] effective_status:[Campaign.effective_status_filter]*
  is_completed:b time_range:m
POST campaigns > Campaign adlabels:o* bid_strategy:[Campaign.bid_strategy] budget_schedule_specs:o* buying_type:s
  daily_budget:u execution_options:[Campaign.execution_options]* is_adset_budget_sharing_enabled:b
  is_budget_schedule_enabled:b is_direct_send_campaign:b is_message_campaign:b is_skadnetwork_attribution:b
  iterative_split_test_configs:o* lifetime_budget:u name:s objective:[Campaign.objective] pacing_type:s*
  promoted_object:o smart_promotion_type:[Campaign.smart_promotion_type] source_campaign_id:s
  special_ad_categories!:[Campaign.special_ad_categories]*
  special_ad_category_country:[Campaign.special_ad_category_country]* spend_cap:u start_time:d
  status:[Campaign.status] stop_time:d topline_id:s frequency_control_specs:o* is_meta_moment_maker_enabled:b
  is_reels_trending_ads_enabled:b
GET campaignsbylabels > Campaign ad_label_ids!:s* operator:[Campaign.operator]
GET connected_instagram_accounts > IGUser
GET connected_instagram_accounts_with_iabp > IGUser business_id:s
GET conversion_goals > AdsConversionGoal
GET customaudiences > CustomAudience business_id:s fetch_primary_audience:b fields:s* filtering:o* pixel_id:s
POST customaudiences > CustomAudience allowed_domains:s* associated_audience_id:u
  claim_objective:[CustomAudience.claim_objective] content_type:[CustomAudience.content_type] countries:s
  creation_params:m customer_file_source:[CustomAudience.customer_file_source] dataset_id:s description:s
  enable_fetch_or_create:b event_source_group:s event_sources:m* exclusions:o* facebook_page_id:s
  inclusionOperator:s inclusions:o* is_snapshot:b is_value_based:b list_of_accounts:u* lookalike_spec:s
  marketing_message_channels:o name:s opt_out_link:s origin_audience_id:s parent_audience_id:u
  partner_reference_key:s pixel_id:s prefill:b product_set_id:s regulated_audience_spec:s retention_days:u
  rev_share_policy_id:u rule:s rule_aggregation:s subscription_info:[CustomAudience.subscription_info]*
  subtype:[CustomAudience.subtype] usage_restriction:[CustomAudience.usage_restriction]
  use_for_products:[CustomAudience.use_for_products]* use_in_campaigns:b video_group_ids:s*
  whats_app_business_phone_number_id:s audience_labels:[CustomAudience.audience_labels]*
GET customaudiencestos > CustomAudiencesTOS
POST customaudiencestos > AdAccount business_id:s tos_id!:s
GET customconversions > CustomConversion
POST customconversions > CustomConversion action_source_type:[CustomConversion.action_source_type] advanced_rule:s
  custom_event_type:[CustomConversion.custom_event_type] default_conversion_value:f description:s event_source_id:s
  name!:s rule:s
GET delivery_estimate > AdAccountDeliveryEstimate optimization_goal!:[AdAccountDeliveryEstimate.optimization_goal]
  promoted_object:o targeting_spec!:Targeting
GET deprecatedtargetingadsets > AdSet type:s
GET dsa_recommendations > AdAccountDsaRecommendations
GET generatepreviews > AdPreview ad_format!:[AdPreview.ad_format] creative!:AdCreative
  creative_feature:[AdPreview.creative_feature] dynamic_asset_label:s dynamic_creative_spec:o
  dynamic_customization:o end_date:d height:u locale:s message:o place_page_id:i post:o product_item_ids:s*
  render_type:[AdPreview.render_type] start_date:d width:u
GET impacting_ad_studies > AdStudy
GET insights > AdsInsights action_attribution_windows:[AdReportRun.action_attribution_windows]*
  action_breakdowns:[AdReportRun.action_breakdowns]* action_report_time:[AdReportRun.action_report_time]
  breakdowns:[AdReportRun.breakdowns]* date_preset:[AdReportRun.date_preset] default_summary:b export_columns:s*
  export_format:s export_name:s fields:s* filtering:o* graph_cache:b level:[AdReportRun.level] limit:i
  product_id_limit:i sort:s* summary:s* summary_action_breakdowns:[AdReportRun.summary_action_breakdowns]*
  time_increment:s time_range:m time_ranges:m* use_account_attribution_setting:b use_unified_attribution_setting:b
POST insights > AdReportRun action_attribution_windows:[AdReportRun.action_attribution_windows]*
  action_breakdowns:[AdReportRun.action_breakdowns]* action_report_time:[AdReportRun.action_report_time]
  breakdowns:[AdReportRun.breakdowns]* date_preset:[AdReportRun.date_preset] default_summary:b export_columns:s*
  export_format:s export_name:s fields:s* filtering:o* graph_cache:b level:[AdReportRun.level] limit:i
  product_id_limit:i sort:s* summary:s* summary_action_breakdowns:[AdReportRun.summary_action_breakdowns]*
  time_increment:s time_range:m time_ranges:m* use_account_attribution_setting:b use_unified_attribution_setting:b
GET instagram_accounts > IGUser
GET ios_fourteen_campaign_limits > AdAccountIosFourteenCampaignLimits app_id!:s
GET matched_search_applications > AdAccountMatchedSearchApplicationsEdgeData allow_incomplete_app:b
  app_store!:[AdAccountMatchedSearchApplicationsEdgeData.app_store] app_store_country:s business_id:s
  is_skadnetwork_search:b only_apps_with_permission:b query_term!:s
  stores_to_filter:[AdAccountMatchedSearchApplicationsEdgeData.stores_to_filter]*
GET max_bid > AdAccountMaxBid
GET mcmeconversions > AdsMcmeConversion
POST message_campaign > o bid_amount:u daily_budget:u lifetime_budget:u name!:s page_id!:s end_time:u pixel_id:u
  start_time:u
GET message_delivery_estimate > MessageDeliveryEstimate bid_amount:u daily_budget:u is_direct_send_campaign:b
  lifetime_budget:u lifetime_in_days:u optimization_goal:[MessageDeliveryEstimate.optimization_goal]
  pacing_type:[MessageDeliveryEstimate.pacing_type] promoted_object!:o targeting_spec!:Targeting
POST messages > o message:o message_id!:u messenger_delivery_data!:m custom_audience_id:s
  min_conversation_gap_seconds:u
GET minimum_budgets > MinimumBudget bid_amount:i
GET onbehalf_requests > BusinessOwnedObjectOnBehalfOfRequest status:[BusinessOwnedObjectOnBehalfOfRequest.status]
POST product_audiences > CustomAudience allowed_domains:s* associated_audience_id:u
  claim_objective:[AdAccount.claim_objective] content_type:[AdAccount.content_type] creation_params:m description:s
  enable_fetch_or_create:b event_source_group:s event_sources:m* exclusions:o* inclusionOperator:s inclusions:o*
  is_snapshot:b is_value_based:b name!:s opt_out_link:s parent_audience_id:u product_set_id!:s rev_share_policy_id:u
  subtype:[AdAccount.subtype]
GET promote_pages > Page
GET publisher_block_lists > PublisherBlockList
POST publisher_block_lists > PublisherBlockList name:s
GET reachestimate > AdAccountReachEstimate adgroup_ids:s* caller_id:s concepts:s creative_action_spec:s is_debug:b
  object_store_url:s targeting_spec!:Targeting
GET reachfrequencypredictions > ReachFrequencyPrediction
POST reachfrequencypredictions > ReachFrequencyPrediction action:[ReachFrequencyPrediction.action] ad_formats:m*
  auction_entry_option_index:u budget:u buying_type:[ReachFrequencyPrediction.buying_type] campaign_group_id:s
  day_parting_schedule:o* deal_id:s destination_id:u destination_ids:s* end_time:u exceptions:b
  existing_campaign_id:s expiration_time:u frequency_cap:u grp_buying:b impression:u
  instream_packages:[ReachFrequencyPrediction.instream_packages]* interval_frequency_cap_reset_period:u
  is_balanced_frequency:b is_bonus_media:b is_conversion_goal:b is_full_view:b is_higher_average_frequency:b
  is_reach_and_frequency_io_buying:b is_reserved_buying:b num_curve_points:u objective:s optimization_goal:s
  prediction_mode:u reach:u rf_prediction_id:s rf_prediction_id_to_release:s rf_prediction_id_to_share:s
  start_time:u stop_time:u story_event_type:u target_cpm:u target_frequency:u target_frequency_reset_period:u
  target_spec:Targeting trending_topics_spec:m video_view_length_constraint:u meta_moment_maker_spec:m
GET recommendations > AdAccountRecommendations
POST recommendations > AdAccountRecommendations asc_fragmentation_parameters:m autoflow_parameters:m extra_data:m
  fragmentation_parameters:m music_parameters:m recommendation_signature!:s scale_good_campaign_parameters:m
GET saved_audiences > SavedAudience business_id:s fields:s* filtering:o*
DELETE subscribed_apps > o app_id:s
GET subscribed_apps > AdAccountSubscribedApps
POST subscribed_apps > AdAccountSubscribedApps app_id:s
GET targetingbrowse > AdAccountTargetingUnified excluded_category:s include_nodes:b is_exclusion:b
  limit_type:[AdAccountTargetingUnified.limit_type#2]
  regulated_categories:[AdAccountTargetingUnified.regulated_categories]*
  regulated_countries:[AdAccountTargetingUnified.regulated_countries]*
  whitelisted_types:[AdAccountTargetingUnified.whitelisted_types]*
GET targetingsearch > AdAccountTargetingUnified allow_only_fat_head_interests:b
  app_store:[AdAccountTargetingUnified.app_store] countries:s* is_account_level_brand_safety_exclusion:b
  is_account_level_employer_exclusion:b is_exclusion:b limit_type:[AdAccountTargetingUnified.limit_type]
  objective:[AdAccountTargetingUnified.objective] promoted_object:o q!:s
  regulated_categories:[AdAccountTargetingUnified.regulated_categories]*
  regulated_countries:[AdAccountTargetingUnified.regulated_countries]* session_id:u targeting_list:o*
  whitelisted_types:[AdAccountTargetingUnified.whitelisted_types]*
GET targetingsentencelines > TargetingSentenceLine discard_ages:b discard_placements:b
  hide_targeting_spec_from_return:b targeting_spec!:Targeting
GET targetingsuggestions > AdAccountTargetingUnified app_store:[AdAccountTargetingUnified.app_store] countries:s*
  limit_type:[AdAccountTargetingUnified.limit_type#3] mode:[AdAccountTargetingUnified.mode]
  objective:[AdAccountTargetingUnified.objective] objects:o
  regulated_categories:[AdAccountTargetingUnified.regulated_categories]*
  regulated_countries:[AdAccountTargetingUnified.regulated_countries]* session_id:u targeting_list:o*
  whitelisted_types:[AdAccountTargetingUnified.whitelisted_types#2]*
GET targetingvalidation > AdAccountTargetingUnified id_list:u* is_exclusion:b name_list:s* targeting_list:o*
GET tracking > AdAccountTrackingData
POST tracking > AdAccount tracking_specs!:o
GET users > AdAccountUser
DELETE usersofanyaudience > o namespace:s payload:o session:o
GET value_rule_set > AdsValueAdjustmentRuleCollection product_type:[AdsValueAdjustmentRuleCollection.product_type]
  status:[AdsValueAdjustmentRuleCollection.status]
POST value_rule_set > AdsValueAdjustmentRuleCollection name!:s
  product_type:[AdsValueAdjustmentRuleCollection.product_type] rules!:m*
  entry_point:[AdsValueAdjustmentRuleCollection.entry_point]
POST value_rule_set_translation > o source:o
GET video_ads > AdVideo since:d until:d
POST video_ads > AdVideo description:s privacy:s title:s upload_phase!:[AdVideo.upload_phase_reels] video_id:s
  video_state:[AdVideo.video_state]
GET . > AdAccount
POST . > AdAccount agency_client_declaration:m attribution_spec:o* business_info:m currency:[AdAccount.currency]
  custom_audience_info:m default_dsa_beneficiary:s default_dsa_payor:s end_advertiser:s existing_customers:s*
  is_ba_skip_delayed_eligible:b is_notifications_enabled:b media_agency:s name:s partner:s spend_cap:f
  spend_cap_action:s timezone_id:u tos_accepted:m

@Campaign
= account_id:s adlabels:AdLabel* advantage_state_info:AdCampaignGroupAdvantageState
  bid_strategy:[Campaign.bid_strategy] boosted_object_id:s brand_lift_studies:AdStudy* budget_rebalance_flag:b
  budget_remaining:s buying_type:s campaign_group_active_time:s can_create_brand_lift_study:b can_use_spend_cap:b
  configured_status:[Campaign.configured_status] created_time:d daily_budget:s
  effective_status:[Campaign.effective_status] has_secondary_skadnetwork_reporting:b id:s
  is_adset_budget_sharing_enabled:b is_budget_schedule_enabled:b is_direct_send_campaign:b is_message_campaign:b
  is_skadnetwork_attribution:b issues_info:AdCampaignIssuesInfo* last_budget_toggling_time:d lifetime_budget:s
  name:s objective:s pacing_type:s* primary_attribution:s promoted_object:AdPromotedObject
  recommendations:AdRecommendation* smart_promotion_type:s source_campaign:Campaign source_campaign_id:s
  source_recommendation_type:s special_ad_categories:s* special_ad_category:s special_ad_category_country:s*
  spend_cap:s start_time:d status:[Campaign.status] stop_time:d topline_id:s updated_time:d
  frequency_control_specs:AdCampaignFrequencyControlSpecs* is_meta_moment_maker_enabled:b
  is_reels_trending_ads_enabled:b
GET ad_studies > AdStudy
POST adlabels > Campaign adlabels!:o* execution_options:[Campaign.execution_options_adlabels]*
GET adrules_governed > AdRule pass_evaluation:b
GET ads > Ad date_preset:[Ad.date_preset] effective_status:s* time_range:m updated_since:i
GET adsets > AdSet date_preset:[AdSet.date_preset] effective_status:[AdSet.effective_status_filter]* is_completed:b
  time_range:m
GET budget_schedules > HighDemandPeriod time_start:d time_stop:d
POST budget_schedules > HighDemandPeriod budget_value!:u budget_value_type!:[HighDemandPeriod.budget_value_type]
  time_end!:u time_start!:u
GET copies > Campaign date_preset:[Campaign.date_preset] effective_status:[Campaign.effective_status_filter]*
  is_completed:b time_range:m
POST copies > Campaign deep_copy:b end_time:d migrate_to_advantage_plus:b parameter_overrides:o rename_options:o
  start_time:d status_option:[Campaign.status_option]
GET insights > AdsInsights action_attribution_windows:[AdReportRun.action_attribution_windows]*
  action_breakdowns:[AdReportRun.action_breakdowns]* action_report_time:[AdReportRun.action_report_time]
  breakdowns:[AdReportRun.breakdowns]* date_preset:[AdReportRun.date_preset] default_summary:b export_columns:s*
  export_format:s export_name:s fields:s* filtering:o* graph_cache:b level:[AdReportRun.level] limit:i
  product_id_limit:i sort:s* summary:s* summary_action_breakdowns:[AdReportRun.summary_action_breakdowns]*
  time_increment:s time_range:m time_ranges:m* use_account_attribution_setting:b use_unified_attribution_setting:b
POST insights > AdReportRun action_attribution_windows:[AdReportRun.action_attribution_windows]*
  action_breakdowns:[AdReportRun.action_breakdowns]* action_report_time:[AdReportRun.action_report_time]
  breakdowns:[AdReportRun.breakdowns]* date_preset:[AdReportRun.date_preset] default_summary:b export_columns:s*
  export_format:s export_name:s fields:s* filtering:o* graph_cache:b level:[AdReportRun.level] limit:i
  product_id_limit:i sort:s* summary:s* summary_action_breakdowns:[AdReportRun.summary_action_breakdowns]*
  time_increment:s time_range:m time_ranges:m* use_account_attribution_setting:b use_unified_attribution_setting:b
DELETE . > o
GET . > Campaign am_call_tags:m date_preset:[Generic.date_preset] from_adtable:b time_range:m
POST . > Campaign adlabels:o* adset_bid_amounts:m adset_budgets:m* bid_strategy:[Campaign.bid_strategy]
  budget_rebalance_flag:b budget_schedule_specs:o* daily_budget:u execution_options:[Campaign.execution_options]*
  is_adset_budget_sharing_enabled:b is_budget_schedule_enabled:b is_direct_send_campaign:b is_message_campaign:b
  is_skadnetwork_attribution:b iterative_split_test_configs:o* lifetime_budget:u migrate_to_advantage_plus:b name:s
  objective:[Campaign.objective] pacing_type:s* promoted_object:o
  smart_promotion_type:[Campaign.smart_promotion_type] special_ad_categories:[Campaign.special_ad_categories]*
  special_ad_category:[Campaign.special_ad_category]
  special_ad_category_country:[Campaign.special_ad_category_country]* spend_cap:u start_time:d
  status:[Campaign.status] stop_time:d frequency_control_specs:o* is_meta_moment_maker_enabled:b
  is_reels_trending_ads_enabled:b

@AdSet
= account_id:s adlabels:AdLabel* adset_schedule:DayPart* anchor_event_attribution_window_days:i asset_feed_id:s
  attribution_count_type:s attribution_spec:AttributionSpec* automatic_manual_state:s
  bid_adjustments:AdBidAdjustments bid_amount:u bid_constraints:AdCampaignBidConstraint bid_info:m
  bid_strategy:[AdSet.bid_strategy] billing_event:[AdSet.billing_event]
  brand_safety_config:BrandSafetyCampaignConfig budget_remaining:s campaign:Campaign campaign_active_time:s
  campaign_attribution:s campaign_id:s configured_status:[AdSet.configured_status] created_time:d
  creative_diversity_label:s* creative_diversity_score:s* creative_sequence:s*
  creative_sequence_repetition_pattern:s daily_budget:s daily_min_spend_target:s daily_spend_cap:s
  destination_type:s dsa_beneficiary:s dsa_payor:s effective_status:[AdSet.effective_status] end_time:d
  existing_customer_budget_percentage:u frequency_control_specs:AdCampaignFrequencyControlSpecs*
  full_funnel_exploration_mode:s id:s instagram_user_id:s is_ba_skip_delayed_eligible:b is_budget_schedule_enabled:b
  is_dynamic_creative:b is_incremental_attribution_enabled:b issues_info:AdCampaignIssuesInfo*
  learning_stage_info:AdCampaignLearningStageInfo lifetime_budget:s lifetime_imps:i lifetime_min_spend_target:s
  lifetime_spend_cap:s low_creative_reach:s* max_budget_spend_percentage:s min_budget_spend_percentage:s
  multi_event_conversion_attribution_window_seconds:i multi_optimization_goal_weight:s name:s
  optimization_goal:[AdSet.optimization_goal] optimization_sub_event:s pacing_type:s*
  placement_soft_opt_out:PlacementSoftOptOut promoted_object:AdPromotedObject recommendations:AdRecommendation*
  recurring_budget_semantics:b regional_regulated_categories:s*
  regional_regulation_identities:RegionalRegulationIdentities review_feedback:s rf_prediction_id:s
  source_adset:AdSet source_adset_id:s special_ad_categories:s* start_time:d status:[AdSet.status]
  targeting:Targeting targeting_optimization_types:m* time_based_ad_rotation_id_blocks:i**
  time_based_ad_rotation_intervals:u* trending_topics_spec:TrendingTopicsSpec updated_time:d use_new_app_click:b
  value_rule_set_id:s value_rules_applied:b ad_set_goal:o cost_bidding_mode:s is_dc_follow_optimized:b
  is_organic_ad_joint_optimized:b is_sequenced_conversion_creation:o
  live_video_ad_campaign_config:LiveVideoAdCampaignConfig meta_moment_maker_spec:MetaMomentMakerConfig
  relative_value:s
GET activities > AdActivity after:s business_id:s category:[AdActivity.category] limit:i since:d uid:i until:d
GET ad_studies > AdStudy
GET adcreatives > AdCreative
DELETE adlabels > o adlabels!:o* execution_options:[AdSet.execution_options_adlabels]*
POST adlabels > AdSet adlabels!:o* execution_options:[AdSet.execution_options_adlabels]*
GET adrules_governed > AdRule pass_evaluation:b
GET ads > Ad date_preset:[Ad.date_preset] effective_status:s* time_range:m updated_since:i
GET asyncadrequests > AdAsyncRequest statuses:[AdAsyncRequest.statuses]*
GET budget_schedules > HighDemandPeriod time_start:d time_stop:d
POST budget_schedules > HighDemandPeriod budget_value!:u budget_value_type!:[HighDemandPeriod.budget_value_type]
  time_end!:u time_start!:u
GET copies > AdSet date_preset:[AdSet.date_preset] effective_status:[AdSet.effective_status_filter]* is_completed:b
  time_range:m
POST copies > AdSet campaign_id:s create_dco_adset:b deep_copy:b end_time:d rename_options:o start_time:d
  status_option:[AdSet.status_option]
GET delivery_estimate > AdCampaignDeliveryEstimate optimization_goal:[AdCampaignDeliveryEstimate.optimization_goal]
  promoted_object:o targeting_spec:Targeting
GET insights > AdsInsights action_attribution_windows:[AdReportRun.action_attribution_windows]*
  action_breakdowns:[AdReportRun.action_breakdowns]* action_report_time:[AdReportRun.action_report_time]
  breakdowns:[AdReportRun.breakdowns]* date_preset:[AdReportRun.date_preset] default_summary:b export_columns:s*
  export_format:s export_name:s fields:s* filtering:o* graph_cache:b level:[AdReportRun.level] limit:i
  product_id_limit:i sort:s* summary:s* summary_action_breakdowns:[AdReportRun.summary_action_breakdowns]*
  time_increment:s time_range:m time_ranges:m* use_account_attribution_setting:b use_unified_attribution_setting:b
POST insights > AdReportRun action_attribution_windows:[AdReportRun.action_attribution_windows]*
  action_breakdowns:[AdReportRun.action_breakdowns]* action_report_time:[AdReportRun.action_report_time]
  breakdowns:[AdReportRun.breakdowns]* date_preset:[AdReportRun.date_preset] default_summary:b export_columns:s*
  export_format:s export_name:s fields:s* filtering:o* graph_cache:b level:[AdReportRun.level] limit:i
  product_id_limit:i sort:s* summary:s* summary_action_breakdowns:[AdReportRun.summary_action_breakdowns]*
  time_increment:s time_range:m time_ranges:m* use_account_attribution_setting:b use_unified_attribution_setting:b
GET message_delivery_estimate > MessageDeliveryEstimate bid_amount:u daily_budget:u is_direct_send_campaign:b
  lifetime_budget:u lifetime_in_days:u optimization_goal:[MessageDeliveryEstimate.optimization_goal]
  pacing_type:[MessageDeliveryEstimate.pacing_type] promoted_object:o targeting_spec:Targeting
GET targetingsentencelines > TargetingSentenceLine
DELETE . > o
GET . > AdSet am_call_tags:m date_preset:[Generic.date_preset] from_adtable:b time_range:m
POST . > AdSet account_id:s adlabels:o* adset_schedule:o* attribution_spec:m*
  automatic_manual_state:[AdSet.automatic_manual_state] bid_adjustments:o bid_amount:i bid_constraints:m
  bid_strategy:[AdSet.bid_strategy] billing_event:[AdSet.billing_event] budget_schedule_specs:o*
  campaign_attribution:o campaign_spec:o creative_sequence:s*
  creative_sequence_repetition_pattern:[AdSet.creative_sequence_repetition_pattern] daily_budget:u daily_imps:u
  daily_min_spend_target:u daily_spend_cap:u date_format:s destination_type:[AdSet.destination_type]
  dsa_beneficiary:s dsa_payor:s end_time:d execution_options:[AdSet.execution_options]*
  existing_customer_budget_percentage:u frequency_control_specs:o*
  full_funnel_exploration_mode:[AdSet.full_funnel_exploration_mode] is_ba_skip_delayed_eligible:b
  is_budget_schedule_enabled:b is_incremental_attribution_enabled:b is_sac_cfca_terms_certified:b lifetime_budget:u
  lifetime_imps:u lifetime_min_spend_target:u lifetime_spend_cap:u max_budget_spend_percentage:u
  min_budget_spend_percentage:u multi_event_conversion_attribution_window_seconds:u
  multi_optimization_goal_weight:[AdSet.multi_optimization_goal_weight] name:s
  optimization_goal:[AdSet.optimization_goal] optimization_sub_event:[AdSet.optimization_sub_event] pacing_type:s*
  placement_soft_opt_out:o promoted_object:o rb_prediction_id:s
  regional_regulated_categories:[AdSet.regional_regulated_categories]* regional_regulation_identities:m
  rf_prediction_id:s start_time:d status:[AdSet.status] targeting:Targeting time_based_ad_rotation_id_blocks:u**
  time_based_ad_rotation_intervals:u* time_start:d time_stop:d trending_topics_spec:m
  tune_for_category:[AdSet.tune_for_category] value_rule_set_id:s value_rules_applied:b
  cost_bidding_mode:[AdSet.cost_bidding_mode] is_dc_follow_optimized:b live_video_ad_campaign_config:o
  meta_moment_maker_spec:m relative_value:f

@Ad
= account_id:s ad_active_time:s ad_review_feedback:AdgroupReviewFeedback ad_schedule_end_time:d
  ad_schedule_start_time:d adlabels:AdLabel* adset:AdSet adset_id:s bid_amount:i bid_info:m bid_type:[Ad.bid_type]
  campaign:Campaign campaign_id:s configured_status:[Ad.configured_status] conversion_domain:s
  conversion_specs:ConversionActionQuery* created_time:d creative:AdCreative
  creative_asset_groups_spec:AdCreativeAssetGroupsSpec demolink_hash:s display_sequence:i
  effective_status:[Ad.effective_status] engagement_audience:b failed_delivery_checks:DeliveryCheck* id:s
  issues_info:AdgroupIssuesInfo* last_updated_by_app_id:s name:s placement:Placement preview_shareable_link:s
  priority:u recommendations:AdRecommendation* source_ad:Ad source_ad_id:s special_ad_categories:s*
  status:[Ad.status] targeting:Targeting tracking_and_conversion_with_defaults:TrackingAndConversionWithDefaults
  tracking_specs:ConversionActionQuery* updated_time:d creative_automation_spec:AdCreativeAutomationSpec
GET adcreatives > AdCreative
POST adlabels > Ad adlabels!:o* execution_options:[Ad.execution_options_adlabels]*
GET adrules_governed > AdRule pass_evaluation:b
GET copies > Ad date_preset:[Ad.date_preset] effective_status:s* time_range:m updated_since:i
POST copies > Ad adset_id:s creative_parameters:AdCreative rename_options:o status_option:[Ad.status_option]
GET insights > AdsInsights action_attribution_windows:[AdReportRun.action_attribution_windows]*
  action_breakdowns:[AdReportRun.action_breakdowns]* action_report_time:[AdReportRun.action_report_time]
  breakdowns:[AdReportRun.breakdowns]* date_preset:[AdReportRun.date_preset] default_summary:b export_columns:s*
  export_format:s export_name:s fields:s* filtering:o* graph_cache:b level:[AdReportRun.level] limit:i
  product_id_limit:i sort:s* summary:s* summary_action_breakdowns:[AdReportRun.summary_action_breakdowns]*
  time_increment:s time_range:m time_ranges:m* use_account_attribution_setting:b use_unified_attribution_setting:b
POST insights > AdReportRun action_attribution_windows:[AdReportRun.action_attribution_windows]*
  action_breakdowns:[AdReportRun.action_breakdowns]* action_report_time:[AdReportRun.action_report_time]
  breakdowns:[AdReportRun.breakdowns]* date_preset:[AdReportRun.date_preset] default_summary:b export_columns:s*
  export_format:s export_name:s fields:s* filtering:o* graph_cache:b level:[AdReportRun.level] limit:i
  product_id_limit:i sort:s* summary:s* summary_action_breakdowns:[AdReportRun.summary_action_breakdowns]*
  time_increment:s time_range:m time_ranges:m* use_account_attribution_setting:b use_unified_attribution_setting:b
GET leads > Lead
GET previews > AdPreview ad_format!:[AdPreview.ad_format] creative_feature:[AdPreview.creative_feature]
  dynamic_asset_label:s dynamic_creative_spec:o dynamic_customization:o end_date:d height:u locale:s place_page_id:i
  post:o product_item_ids:s* render_type:[AdPreview.render_type] start_date:d width:u
GET targetingsentencelines > TargetingSentenceLine
DELETE . > o
GET . > Ad am_call_tags:m date_preset:[Generic.date_preset] from_adtable:b review_feedback_breakdown:b time_range:m
POST . > Ad ad_schedule_end_time:d ad_schedule_start_time:d adlabels:o* adset_spec:AdSet audience_id:s bid_amount:i
  conversion_domain:s creative:AdCreative creative_asset_groups_spec:o display_sequence:u draft_adgroup_id:s
  engagement_audience:b execution_options:[Ad.execution_options]* include_demolink_hashes:b name:s priority:u
  status:[Ad.status] tracking_specs:o creative_automation_spec:o

@AdCreative
= account_id:s actor_id:s ad_disclaimer_spec:AdCreativeAdDisclaimer adlabels:AdLabel* applink_treatment:s
  asset_feed_spec:AdAssetFeedSpec authorization_category:s auto_update:b body:s
  branded_content:AdCreativeBrandedContentAds branded_content_sponsor_page_id:s bundle_folder_id:s
  call_to_action:AdCreativeLinkDataCallToAction call_to_action_type:[AdCreative.call_to_action_type]
  categorization_criteria:s category_media_source:s collaborative_ads_lsb_image_bank_id:s
  contextual_multi_ads:AdCreativeContextualMultiAds creative_sourcing_spec:AdCreativeSourcingSpec
  degrees_of_freedom_spec:AdCreativeDegreesOfFreedomSpec destination_set_id:s
  destination_spec:AdCreativeDestinationSpec dynamic_ad_voice:s effective_authorization_category:s
  effective_instagram_media_id:s effective_object_story_id:s enable_direct_install:b enable_launch_instant_app:b
  existing_post_title:s facebook_branded_content:AdCreativeFacebookBrandedContent
  format_transformation_spec:AdCreativeFormatTransformationSpec* id:s image_crops:AdsImageCrops image_hash:s
  image_url:s instagram_branded_content:AdCreativeInstagramBrandedContent instagram_permalink_url:s
  instagram_user_id:s interactive_components_spec:AdCreativeInteractiveComponentsSpec link_deep_link_url:s
  link_destination_display_url:s link_og_id:s link_url:s
  marketing_message_structured_spec:AdCreativeMarketingMessageStructuredSpec
  media_sourcing_spec:AdCreativeMediaSourcingSpec messenger_sponsored_message:s name:s object_id:s
  object_store_url:s object_story_id:s object_story_spec:AdCreativeObjectStorySpec
  object_type:[AdCreative.object_type] object_url:s omnichannel_link_spec:AdCreativeOmnichannelLinkSpec
  page_welcome_message:s photo_album_source_object_story_id:s place_page_set_id:s
  platform_customizations:AdCreativePlatformCustomization playable_asset_id:s
  portrait_customizations:AdCreativePortraitCustomizations product_data:AdCreativeProductData* product_set_id:s
  product_suggestion_settings:AdCreativeProductSuggestionSettings recommender_settings:AdCreativeRecommenderSettings
  regional_regulation_disclaimer_spec:AdCreativeRegionalRegulationDisclaimer source_facebook_post_id:s
  source_instagram_media_id:s status:[AdCreative.status] template_url:s template_url_spec:AdCreativeTemplateURLSpec
  thumbnail_id:s thumbnail_url:s title:s url_tags:s use_page_actor_override:b video_id:s
  generative_asset_spec:AdCreativeGenerativeAssetSpec wamo_whatsapp_identity_spec:AdCreativeWAMOWhatsAppIdentitySpec
POST adlabels > AdCreative adlabels!:o*
GET creative_insights > AdCreativeInsights
GET previews > AdPreview ad_format!:[AdPreview.ad_format] creative_feature:[AdPreview.creative_feature]
  dynamic_asset_label:s dynamic_creative_spec:o dynamic_customization:o end_date:d height:u locale:s place_page_id:i
  post:o product_item_ids:s* render_type:[AdPreview.render_type] start_date:d width:u
DELETE . > o account_id:s adlabels:o* name:s status:[AdCreative.status]
GET . > AdCreative thumbnail_height:u thumbnail_width:u
POST . > AdCreative account_id:s adlabels:o* name:s status:[AdCreative.status]

@AdReportRun
= account_id:s async_percent_completion:u async_report_url:s async_status:s date_start:s date_stop:s emails:s*
  error_code:i error_message:s error_subcode:u error_user_msg:s error_user_title:s friendly_name:s id:s
  is_async_export:i is_bookmarked:b is_running:b schedule_id:s time_completed:u time_ref:u
GET insights > AdsInsights
GET . > AdReportRun

@AdVideo
= ad_breaks:i* admin_creator:User audio_isrc:AudioIsrc backdated_time:d backdated_time_granularity:s
  boost_eligibility_info:o content_category:s content_tags:s* copyright:VideoCopyright copyright_check_information:o
  copyright_monitoring_status:s created_time:d custom_labels:s* description:s embed_html:o embeddable:b event:Event
  expiration:o format:o* from:o icon:s id:s is_crosspost_video:b is_crossposting_eligible:b is_episode:b
  is_instagram_eligible:b is_reference_only:b length:f live_audience_count:u live_status:s
  music_video_copyright:MusicVideoCopyright permalink_url:s picture:s place:Place post_id:s post_views:u
  premiere_living_room_status:s privacy:Privacy published:b scheduled_publish_time:d source:s spherical:b
  status:VideoStatus title:s universal_video_id:s updated_time:d views:u replace_audio_status:s
  selected_audio_spec:o
GET boost_ads_list > VideoBoostMediaAd
GET captions > VideoCaption
POST captions > AdVideo captions_file:file default_locale:s locales_to_delete:s*
GET collaborators > VideoCollaborators
POST collaborators > AdVideo target_id!:s
GET comments > Comment filter:[Comment.filter] live_filter:[Comment.live_filter] order:[Comment.order] since:d
POST comments > Comment attachment_id:s attachment_share_url:s attachment_url:s
  comment_privacy_value:[Comment.comment_privacy_value] facepile_mentioned_ids:s* feedback_source:s is_offline:b
  message:s nectar_module:s object_id:s parent_comment_id:o text:s tracking:s
GET crosspost_shared_pages > Page
POST gaming_clip_create > AdVideo duration_seconds:f
GET likes > Profile
POST likes > AdVideo feedback_source:s nectar_module:s notify:b tracking:s attribution_id_v2:s
GET poll_settings > PollSettings
GET polls > VideoPoll
POST polls > VideoPoll close_after_voting:b correct_option:u default_open:b options!:s* question!:s show_gradient:b
  show_results:b
GET sponsor_tags > Page
GET tags > TaggableSubject
GET thumbnails > VideoThumbnail
POST thumbnails > AdVideo is_preferred:b source!:file
GET video_insights > InsightsResult metric:o* period:[InsightsResult.period] since:d until:d
DELETE . > o
GET . > AdVideo
POST . > AdVideo ad_breaks:list allow_bm_crossposting:b allow_crossposting_for_pages:o* backdated_time:d
  backdated_time_granularity:[AdVideo.backdated_time_granularity] call_to_action:o
  content_category:[AdVideo.content_category] content_tags:s* custom_labels:s* description:s direct_share_status:u
  embeddable:b expiration:o expire_now:b increment_play_count:b name:s preferred_thumbnail_id:s privacy:s
  publish_to_news_feed:b publish_to_videos_tab:b published:b scheduled_publish_time:u social_actions:b sponsor_id:s
  sponsor_relationship:u tags:s* target:s universal_video_id:s

@AdImage
= account_id:s created_time:d creatives:s* hash:s height:u id:s is_associated_creatives_in_adgroups:b name:s
  original_height:u original_width:u owner_business:Business permalink_url:s status:[AdImage.status] updated_time:d
  url:s url_128:s width:u
GET . > AdImage

@CustomAudience
= account_id:s approximate_count_lower_bound:i approximate_count_upper_bound:i customer_file_source:s
  data_source:CustomAudienceDataSource data_source_types:s datafile_custom_audience_uploading_status:s delete_time:i
  delivery_status:CustomAudienceStatus description:s excluded_custom_audiences:CustomAudience*
  external_event_source:AdsPixel fields_violating_integrity_policy:s* household_audience:i id:s
  included_custom_audiences:CustomAudience* is_eligible_for_sac_campaigns:b is_household:b is_snapshot:b
  is_value_based:b lookalike_audience_ids:s* lookalike_spec:LookalikeSpec messenger_marketing_messages_page:Page
  name:s operation_status:CustomAudienceStatus opt_out_link:s owner_business:Business
  page_deletion_marked_delete_time:i permission_for_actions:AudiencePermissionForActions pixel_id:s
  regulated_audience_spec:LookalikeSpec retention_days:i rev_share_policy_id:u rule:s rule_aggregation:s rule_v2:s
  seed_audience:i sharing_status:CustomAudienceSharingStatus subtype:s time_content_updated:u time_created:u
  time_updated:u audience_labels:s*
DELETE adaccounts > o adaccounts:s*
GET adaccounts > CustomAudienceAdAccount permissions:s
POST adaccounts > CustomAudience adaccounts:s* permissions:s relationship_type:s* replace:b
GET ads > Ad effective_status:s* status:s*
GET health > CustomAudienceHealth calculated_date:s processed_date:s value_aggregation_duration:u value_country:s
  value_currency:s value_version:u
GET salts > CustomAudienceSalts params:s*
POST salts > CustomAudience salt!:s valid_from!:d valid_to!:d
GET sessions > CustomAudienceSession session_id:u
GET shared_account_info > CustomAudiencesharedAccountInfo
DELETE users > o namespace:s payload:o session:o
POST users > CustomAudience namespace:s payload:o session:o
POST usersreplace > CustomAudience namespace:s payload!:o session!:o
DELETE . > o
GET . > CustomAudience ad_account_id:s special_ad_categories:s* special_ad_category_countries:s* target_countries:s*
POST . > CustomAudience allowed_domains:s* claim_objective:[CustomAudience.claim_objective]
  content_type:[CustomAudience.content_type] countries:s customer_file_source:[CustomAudience.customer_file_source]
  description:s enable_fetch_or_create:b event_source_group:s event_sources:m* exclusions:o* inclusionOperator:s
  inclusions:o* lookalike_spec:s name:s opt_out_link:s parent_audience_id:u product_set_id:s retention_days:u
  rev_share_policy_id:u rule:s rule_aggregation:s tags:s* use_for_products:[CustomAudience.use_for_products]*
  use_in_campaigns:b audience_labels:[CustomAudience.audience_labels]*

@AdsPixel
= automatic_matching_fields:s* can_proxy:b code:s config:s creation_time:d creator:User data_use_setting:s
  description:s duplicate_entries:i enable_auto_assign_to_accounts:b enable_automatic_matching:b event_stats:s
  event_time_max:i event_time_min:i first_party_cookie_status:s has_1p_pixel_event:b id:s
  is_consolidated_container:b is_created_by_business:b is_crm:b is_mta_use:b is_restricted_use:b is_unavailable:b
  last_fired_time:d last_upload_app:s last_upload_app_changed_time:i match_rate_approx:i matched_entries:i name:s
  owner_ad_account:AdAccount owner_business:Business usage:OfflineConversionDataSetUsage user_access_expire_time:d
  valid_entries:i
GET adaccounts > AdAccount business!:s
DELETE agencies > o business!:s
GET agencies > Business
POST agencies > AdsPixel business!:s permitted_tasks!:[AdsPixel.permitted_tasks]*
POST ahp_configs > o applink_autosetup!:b
GET assigned_users > AssignedUser business!:s
POST assigned_users > AdsPixel tasks!:[AdsPixel.tasks]* user!:i
GET da_checks > DACheck checks:s* connection_method:[DACheck.connection_method]
POST events > o data!:o* namespace_id:s partner_agent:s platforms:m* progress:o test_event_code:s trace:u
  upload_id:s upload_source:s upload_tag:s
GET offline_event_uploads > OfflineConversionDataSetUpload end_time:d order:[OfflineConversionDataSetUpload.order]
  sort_by:[OfflineConversionDataSetUpload.sort_by] start_time:d upload_tag:s
GET openbridge_configurations > OpenBridgeConfiguration
POST shadowtraffichelper > o
DELETE shared_accounts > o account_id!:s business!:s
GET shared_accounts > AdAccount business!:s
POST shared_accounts > AdsPixel account_id!:s business!:s
GET shared_agencies > Business
GET stats > AdsPixelStatsResult agent:s aggregation:[AdsPixelStatsResult.aggregation] end_time:d event:s
  event_source:s start_time:d
GET . > AdsPixel
POST . > AdsPixel automatic_matching_fields:[AdsPixel.automatic_matching_fields]*
  data_use_setting:[AdsPixel.data_use_setting] enable_automatic_matching:b
  first_party_cookie_status:[AdsPixel.first_party_cookie_status] name:s server_events_business_ids:s*
  server_events_business_ids_add:s* server_events_business_ids_remove:s*

@Business
= block_offline_analytics:b collaborative_ads_managed_partner_business_info:ManagedPartnerBusiness
  collaborative_ads_managed_partner_eligibility:BusinessManagedPartnerEligibility
  collaborative_ads_partner_premium_options:BusinessPartnerPremiumOptions created_by:o created_time:d
  extended_updated_time:d id:s is_hidden:b link:s
  marketing_messages_onboarding_status:MarketingMessagesOnboardingStatus name:s payment_account_id:s
  primary_page:Page profile_picture_uri:s timezone_id:u two_factor_type:s updated_by:o updated_time:d
  user_access_expire_time:d verification_status:[Business.verification_status] vertical:s vertical_id:u
  whatsapp_business_manager_messaging_limit:[Business.whatsapp_business_manager_messaging_limit]
POST access_token > Business app_id!:s fbe_external_business_id:s scope!:Permission* system_user_name:s
GET ad_account_infos > ALMAdAccountInfo ad_account_id:s parent_advertiser_id:s user_id:s
DELETE ad_accounts > o adaccount_id!:s
GET ad_custom_derived_metrics > AdCustomDerivedMetrics adhoc_custom_metrics:s* scope:[AdCustomDerivedMetrics.scope]
POST ad_review_requests > o ad_account_ids:s*
GET ad_studies > AdStudy
POST ad_studies > AdStudy cells!:o* client_business:s confidence_level:f cooldown_start_time:i description:s
  end_time!:i name!:s objectives:o* observation_end_time:i start_time!:i type:[AdStudy.type] viewers:i*
  creative_test_config:m
POST adaccount > AdAccount ad_account_created_from_bm_flag:b currency!:s end_advertiser!:o funding_id:s invoice:b
  invoice_group_id:s invoicing_emails:s* io:b media_agency!:s name!:s partner!:s po_number:s timezone_id!:u
POST add_phone_numbers > Business phone_number!:s
POST adnetwork_applications > Application name!:s
GET adnetworkanalytics > AdNetworkAnalyticsSyncQueryResult
  aggregation_period:[AdNetworkAnalyticsSyncQueryResult.aggregation_period]
  breakdowns:[AdNetworkAnalyticsSyncQueryResult.breakdowns]* filters:m* limit:u
  metrics!:[AdNetworkAnalyticsSyncQueryResult.metrics]*
  ordering_column:[AdNetworkAnalyticsSyncQueryResult.ordering_column]
  ordering_type:[AdNetworkAnalyticsSyncQueryResult.ordering_type] should_include_until:b since:d until:d
POST adnetworkanalytics > Business aggregation_period:[AdNetworkAnalyticsSyncQueryResult.aggregation_period]
  breakdowns:[AdNetworkAnalyticsSyncQueryResult.breakdowns]* filters:o* limit:i
  metrics!:[AdNetworkAnalyticsSyncQueryResult.metrics]*
  ordering_column:[AdNetworkAnalyticsSyncQueryResult.ordering_column]
  ordering_type:[AdNetworkAnalyticsSyncQueryResult.ordering_type] since:d until:d
GET adnetworkanalytics_results > AdNetworkAnalyticsAsyncQueryResult query_ids:s*
GET ads_dataset > AdsDataset id_filter:s name_filter:s sort_by:[AdsDataset.sort_by]
POST ads_dataset > Business ad_account_id:s app_id:s is_crm:b name!:s
GET ads_reporting_mmm_reports > AdsReportBuilderMMMReport filtering:m*
GET ads_reporting_mmm_schedulers > AdsReportBuilderMMMReportScheduler
GET adspixels > AdsPixel id_filter:s name_filter:s sort_by:[AdsPixel.sort_by]
POST adspixels > AdsPixel is_crm:b name!:s
DELETE agencies > o business!:s
GET agencies > Business
GET an_placements > AdPlacement
POST block_list_drafts > Business publisher_urls_file!:file
POST bm_review_requests > o business_manager_ids!:s*
GET business_asset_groups > BusinessAssetGroup
GET business_invoices > OmegaCustomerTrx end_date:s invoice_id:s issue_end_date:s issue_start_date:s root_id:u
  start_date:s type:[OmegaCustomerTrx.type]
GET business_users > BusinessUser
POST business_users > BusinessUser email!:s invited_user_type:[BusinessUser.invited_user_type]*
  role:[BusinessUser.role] tasks:[BusinessUser.tasks]*
GET businessprojects > BusinessProject
POST claim_custom_conversions > CustomConversion custom_conversion_id!:s
GET client_ad_accounts > AdAccount search_query:s
GET client_apps > Application
POST client_apps > Business app_id!:o
GET client_instagram_assets > InstagramBusinessAsset
GET client_offsite_signal_container_business_objects > OffsiteSignalContainerBusinessObject
GET client_pages > Page
POST client_pages > Business page_id!:i permitted_tasks:[Business.permitted_tasks]*
GET client_pixels > AdsPixel
GET client_product_catalogs > ProductCatalog
GET client_whatsapp_business_accounts > WhatsAppBusinessAccount
DELETE clients > o business!:s
GET clients > Business
GET collaborative_ads_collaboration_requests > CPASCollaborationRequest status:s
  request_role:[CPASCollaborationRequest.request_role] since:d source:[CPASCollaborationRequest.source] until:d
GET collaborative_ads_suggested_partners > CPASAdvertiserPartnershipRecommendation
GET commerce_merchant_settings > CommerceMerchantSettings
GET cpas_business_setup_config > CPASBusinessSetupConfig
POST cpas_business_setup_config > CPASBusinessSetupConfig accepted_collab_ads_tos:b ad_accounts:s*
  business_capabilities_status:m capabilities_compliance_status:m
GET cpas_merchant_config > CPASMerchantConfig
POST creative_folders > BusinessCreativeFolder description:s name!:s parent_folder_id:s
GET creditcards > CreditCard
POST customconversions > CustomConversion action_source_type:[CustomConversion.action_source_type] advanced_rule:s
  custom_event_type!:[CustomConversion.custom_event_type] default_conversion_value:f description:s event_source_id:s
  name!:s rule:s
GET event_source_groups > EventSourceGroup
POST event_source_groups > EventSourceGroup event_sources!:s* name!:s
GET extendedcreditapplications > ExtendedCreditApplication only_show_pending:b
GET extendedcredits > ExtendedCredit order_by_is_owned_credential:b
POST images > BusinessImage ad_placements_validation_only:b bytes:s creative_folder_id!:s name:s
  validation_ad_placements:[BusinessImage.validation_ad_placements]*
GET initiated_audience_sharing_requests > BusinessAssetSharingAgreement recipient_id:s
  request_status:[BusinessAssetSharingAgreement.request_status]
DELETE instagram_accounts > o instagram_account!:s
GET instagram_accounts > IGUser
GET instagram_business_accounts > IGUser
DELETE managed_businesses > o existing_client_business_id!:s
POST managed_businesses > Business child_business_external_id:s existing_client_business_id:s name:s
  sales_rep_email:s survey_business_type:[Business.survey_business_type] survey_num_assets:u survey_num_people:u
  timezone_id:[Business.timezone_id] vertical:[Business.vertical]
GET managed_partner_ads_funding_source_details > FundingSourceDetailsCoupon year_quarter:s
POST managed_partner_business_setup > Business active_ad_account_id:s active_page_id:i partner_facebook_page_url:s
  partner_registration_countries:s* seller_email_address:s seller_external_website_url:s template:m*
DELETE managed_partner_businesses > o child_business_external_id:s child_business_id:s
POST managed_partner_businesses > ManagedPartnerBusiness ad_account_currency:s catalog_id!:s
  child_business_external_id:s credit_limit:u line_of_credit_id:s name!:s no_ad_account:b page_name:s
  page_profile_image_url:s partition_type:[ManagedPartnerBusiness.partition_type] partner_facebook_page_url:s
  partner_registration_countries:s* sales_rep_email:s seller_external_website_url!:s seller_targeting_countries!:s*
  skip_partner_page_creation:b survey_business_type:[ManagedPartnerBusiness.survey_business_type]
  survey_num_assets:u survey_num_people:u timezone_id:[ManagedPartnerBusiness.timezone_id]
  vertical!:[ManagedPartnerBusiness.vertical]
POST onboard_partners_to_mm_lite > o solution_id:s
GET openbridge_configurations > OpenBridgeConfiguration
POST openbridge_configurations > OpenBridgeConfiguration active:b blocked_event_types:s* blocked_websites:s*
  capi_publishing_state:[OpenBridgeConfiguration.capi_publishing_state] cloud_provider:s cloud_region:s
  destination_id:s endpoint:s
  event_enrichment_advertiser_state:[OpenBridgeConfiguration.event_enrichment_advertiser_state]
  event_enrichment_meta_state:[OpenBridgeConfiguration.event_enrichment_meta_state]
  event_enrichment_state:[OpenBridgeConfiguration.event_enrichment_state] fallback_domain:s host_business_id:u
  instance_id:s instance_version:s is_sgw_instance:b is_sgw_pixel_from_meta_pixel:b partner_name:s pixel_id!:u
  sgw_account_id:s sgw_instance_url:s sgw_pixel_id:u
GET owned_ad_accounts > AdAccount include_shared_ad_accounts:b search_query:s
POST owned_ad_accounts > Business adaccount_id!:s
GET owned_apps > Application
POST owned_apps > Business app_id!:o
DELETE owned_businesses > o client_id!:s
GET owned_businesses > Business child_business_external_id:s client_user_id:i
POST owned_businesses > Business child_business_external_id:s name!:s
  page_permitted_tasks:[Business.page_permitted_tasks]* sales_rep_email:s shared_page_id:s should_generate_name:b
  survey_business_type:[Business.survey_business_type] survey_num_assets:u survey_num_people:u
  timezone_id:[Business.timezone_id] vertical!:[Business.vertical]
GET owned_instagram_accounts > IGUser
GET owned_instagram_assets > InstagramBusinessAsset
GET owned_offsite_signal_container_business_objects > OffsiteSignalContainerBusinessObject
GET owned_pages > Page
POST owned_pages > Business code:s entry_point:s page_id!:i
GET owned_pixels > AdsPixel
GET owned_product_catalogs > ProductCatalog
POST owned_product_catalogs > ProductCatalog additional_vertical_option:[ProductCatalog.additional_vertical_option]
  business_metadata:m catalog_segment_filter:o catalog_segment_product_set_id:s da_display_settings:o
  destination_catalog_settings:m flight_catalog_settings:m name!:s parent_catalog_id:s partner_integration:m
  store_catalog_settings:m vertical:[ProductCatalog.vertical]
GET owned_whatsapp_business_accounts > WhatsAppBusinessAccount
DELETE pages > o page_id!:i
GET partner_account_linking > PartnerAccountLinking
POST partner_premium_options > o catalog_segment_id:s enable_basket_insight!:b
  enable_extended_audience_retargeting!:b partner_business_id!:s retailer_custom_audience_config!:m vendor_id:s
GET passback_attribution_metadata_configs > SignalsAttributionMetadataConfig
GET pending_client_ad_accounts > BusinessAdAccountRequest
GET pending_client_apps > BusinessApplicationRequest
GET pending_client_pages > BusinessPageRequest
GET pending_owned_ad_accounts > BusinessAdAccountRequest
GET pending_owned_pages > BusinessPageRequest
GET pending_shared_offsite_signal_container_business_objects > OffsiteSignalContainerBusinessObject
GET pending_users > BusinessRoleRequest email:s
GET picture > ProfilePictureSource height:i redirect:b type:[ProfilePictureSource.type] width:i
POST pixel_tos > o
GET preverified_numbers > WhatsAppBusinessPreVerifiedPhoneNumber
  code_verification_status:[WhatsAppBusinessPreVerifiedPhoneNumber.code_verification_status] phone_number:s
GET received_audience_sharing_requests > BusinessAssetSharingAgreement initiator_id:s
  request_status:[BusinessAssetSharingAgreement.request_status]
GET reseller_guidances > ResellerGuidance
GET self_certified_whatsapp_business_submissions > WhatsAppBusinessPartnerClientVerificationSubmission
  end_business_id:s
POST self_certify_whatsapp_business > Business average_monthly_revenue_spend_with_partner:m
  business_documents!:file* business_vertical:[Business.business_vertical] end_business_address:m end_business_id!:s
  end_business_legal_name:s end_business_trade_names:s* end_business_website:s num_billing_cycles_with_partner:u
POST setup_managed_partner_adaccounts > Business credit_line_id!:s marketplace_business_id!:s
  subvertical_v2!:[Business.subvertical_v2] vendor_id!:s vertical_v2!:[Business.vertical_v2]
DELETE share_preverified_numbers > o partner_business_id!:s preverified_id!:s
POST share_preverified_numbers > Business partner_business_id!:s preverified_id!:s
POST system_user_access_tokens > Business asset:u* fetch_only:b scope:Permission* set_token_expires_in_60_days:b
  system_user_id:u
GET system_users > SystemUser
POST system_users > SystemUser name!:s role:[SystemUser.role] system_user_id:i
GET third_party_measurement_report_dataset > ThirdPartyMeasurementReportDataset
POST videos > AdVideo ad_placements_validation_only:b application_id:s asked_fun_fact_prompt_id:u
  audio_story_wave_animation_handle:s chunk_session_id:s composer_entry_picker:s composer_entry_point:s
  composer_entry_time:u composer_session_events_log:s composer_session_id:s composer_source_surface:s
  composer_type:s container_type:[AdVideo.container_type] content_category:[AdVideo.content_category]
  creative_folder_id!:s creative_tools:s description:s edit_description_spec:m embeddable:b end_offset:u
  fbuploader_video_file_chunk:s file_size:u file_url:s fisheye_video_cropped:b formatting:[AdVideo.formatting] fov:u
  front_z_rotation:f fun_fact_prompt_id:s fun_fact_toastee_id:u guide:u** guide_enabled:b initial_heading:u
  initial_pitch:u instant_game_entry_point_data:s is_boost_intended:b is_group_linking_post:b is_partnership_ad:b
  is_voice_clip:b location_source_id:s og_action_type_id:s og_icon_id:s og_object_id:s og_phrase:s
  og_suggestion_mechanism:s original_fov:u original_projection_type:[AdVideo.original_projection_type]
  partnership_ad_ad_code:s publish_event_id:u referenced_sticker_id:s replace_video_id:s slideshow_spec:m source:s
  source_instagram_media_id:s spherical:b start_offset:u swap_mode:[AdVideo.swap_mode] text_format_metadata:s
  thumb:file time_since_original_post:u title:s transcode_setting_properties:s
  unpublished_content_type:[AdVideo.unpublished_content_type] upload_phase:[AdVideo.upload_phase]
  upload_session_id:s upload_setting_properties:s validation_ad_placements:[AdVideo.validation_ad_placements]*
  video_file_chunk:s video_id_original:s video_start_time_ms:u waterfall_id:s selected_audio_spec:m
GET . > Business
POST . > Business entry_point:s name:s primary_page:s timezone_id:u two_factor_type:[Business.two_factor_type]
  vertical:[Business.vertical]

@User
= about:s age_range:AgeRange birthday:s client_business_id:s community:Group cover:UserCoverPhoto currency:Currency
  education:EducationExperience* email:s favorite_athletes:Experience* favorite_teams:Experience* first_name:s
  gender:s hometown:Page id:s inspirational_people:Experience* install_type:s installed:b is_guest_user:b
  is_work_account:b languages:Experience* last_name:s link:s local_news_megaphone_dismiss_status:b
  local_news_subscription_status:b locale:s location:Page meeting_for:s* middle_name:s name:s name_format:s
  payment_pricepoints:PaymentPricepoints political:s profile_pic:s quotes:s relationship_status:s religion:s
  shared_login_upgrade_required_by:d short_name:s significant_other:User sports:Experience*
  supports_donate_button_in_live_video:b third_party_id:s timezone:f token_for_business:s updated_time:d verified:b
  video_upload_limits:VideoUploadLimits website:s
DELETE access_tokens > o
POST access_tokens > User business_app!:s page_id:s scope:s* set_token_expires_in_60_days:b
GET accounts > Page ad_id:s is_place:b is_promotable:b
POST accounts > o about:s address:s category:i category_enum:s category_list:s* city_id:s coordinates:o
  cover_photo:o description:s ignore_coordinate_warnings:b location:o name!:s phone:s picture:s website:s zip:s
GET ad_studies > AdStudy
POST ad_studies > AdStudy cells:o* client_business:s confidence_level:f cooldown_start_time:i description:s
  end_time:i name:s objectives:o* observation_end_time:i start_time:i type:[AdStudy.type] viewers:i*
  creative_test_config:m
GET adaccounts > AdAccount
GET albums > Album
POST applications > User business_app!:i
GET apprequestformerrecipients > AppRequestFormerRecipient
GET apprequests > AppRequest
GET assigned_ad_accounts > AdAccount
GET assigned_applications > Application
GET assigned_business_asset_groups > BusinessAssetGroup contained_asset_id:s
GET assigned_pages > Page pages:u*
GET assigned_product_catalogs > ProductCatalog
GET assigned_whatsapp_business_accounts > WhatsAppBusinessAccount
GET business_users > BusinessUser
DELETE businesses > o business:s
GET businesses > Business
POST businesses > Business child_business_external_id:s email:s name!:s primary_page:s sales_rep_email:s
  survey_business_type:[Business.survey_business_type] survey_num_assets:u survey_num_people:u
  timezone_id:[Business.timezone_id] vertical!:[Business.vertical]
GET conversations > UnifiedThread folder:s platform:[UnifiedThread.platform] tags:s* user_id:s
GET custom_labels > PageUserMessageThreadLabel
GET events > Event include_canceled:b type:[Event.type#2]
GET feed > Post include_hidden:b q:s show_expired:b since:d until:d with:s
POST feed > Post actions:o album_id:s android_key_hash:s application_id:s asked_fun_fact_prompt_id:u asset3d_id:s
  associated_id:s attach_place_suggestion:b attached_media:o* audience_exp:b backdated_time:d
  backdated_time_granularity:[Post.backdated_time_granularity] breaking_news:b breaking_news_expiration:u
  call_to_action:o caption:s child_attachments:o* client_mutation_id:s composer_entry_picker:s
  composer_entry_point:s composer_entry_time:u composer_session_events_log:s composer_session_id:s
  composer_source_surface:s composer_type:s connection_class:s content_attachment:s coordinates:o cta_link:s
  cta_type:s description:s direct_share_status:u expanded_height:u expanded_width:u feed_targeting:o
  formatting:[Post.formatting] fun_fact_prompt_id:s fun_fact_toastee_id:u height:u home_checkin_city_id:o
  image_crops:m implicit_with_tags:i* instant_game_entry_point_data:s ios_bundle_id:s is_backout_draft:b
  is_boost_intended:b is_explicit_location:b is_explicit_share:b is_group_linking_post:b is_photo_container:b link:s
  location_source_id:s manual_privacy:b message:s multi_share_end_card:b multi_share_optimized:b name:s
  nectar_module:s object_attachment:s og_action_type_id:s og_hide_object_attachment:b og_icon_id:s og_object_id:s
  og_phrase:s og_set_profile_badge:b og_suggestion_mechanism:s page_recommendation:s picture:s place:o
  place_attachment_setting:[Post.place_attachment_setting] place_list:s place_list_data:list
  post_surfaces_blacklist:[Post.post_surfaces_blacklist]* posting_to_redspace:[Post.posting_to_redspace] privacy:s
  prompt_id:s prompt_tracking_string:s properties:o proxied_app_id:s publish_event_id:u published:b quote:s ref:s*
  referenceable_image_ids:s* referral_id:s scheduled_publish_time:d source:s sponsor_id:s sponsor_relationship:u
  suggested_place_id:o tags:i* target_surface:[Post.target_surface] targeting:o text_format_metadata:s
  text_format_preset_id:s text_only_place:s thumbnail:file time_since_original_post:u title:s tracking_info:s
  unpublished_content_type:[Post.unpublished_content_type] user_selected_tags:b video_start_time_ms:u
  viewer_coordinates:o width:u
GET friends > User uid:i
GET fundraisers > FundraiserPersonToCharity
POST fundraisers > FundraiserPersonToCharity charity_id:s cover_photo:file currency!:s description!:s end_time!:d
  external_event_name:s external_event_start_time:d external_event_uri:s external_fundraiser_uri:s external_id!:s
  fundraiser_type!:[FundraiserPersonToCharity.fundraiser_type] goal_amount!:u name!:s page_id:s
GET groups > Group admin_only:b parent:s
GET ids_for_apps > UserIDForApp app:i
GET ids_for_business > UserIDForApp app:i
GET ids_for_pages > UserIDForPage page:i
GET likes > Page target_id:s
GET live_videos > LiveVideo broadcast_status:[LiveVideo.broadcast_status]* source:[LiveVideo.source]
POST live_videos > LiveVideo content_tags:s* description:s enable_backup_ingest:b encoding_settings:s event_params:o
  fisheye_video_cropped:b front_z_rotation:f is_audio_only:b is_spherical:b original_fov:u privacy:s
  projection:[LiveVideo.projection] published:b schedule_custom_profile_image:file
  spatial_audio_format:[LiveVideo.spatial_audio_format] status:[LiveVideo.status]
  stereoscopic_mode:[LiveVideo.stereoscopic_mode] stop_on_delete_stream:b stream_type:[LiveVideo.stream_type]
  title:s
POST messenger_desktop_performance_traces > User
POST messenger_kids_accounts_unread_badge > User proxied_app_id!:i
GET music > Page target_id:s
POST notifications > User bot_message_payload_elements:s filtering:[User.filtering]* href:o label:s message:m
  notif_ids:s* notification_content_id:u payload:s read:b ref:s schedule_interval:u seen:b template:o
  type:[User.type] game_metadata:s
GET payment_transactions > PaymentEnginePayment
DELETE permissions > o permission:s
GET permissions > Permission permission:s status:[Permission.status]
GET personal_ad_accounts > AdAccount
GET photos > Photo type:[Photo.type#2]
POST photos > Photo aid:s allow_spherical_photo:b alt_text_custom:s android_key_hash:s application_id:s attempt:u
  audience_exp:b backdated_time:d backdated_time_granularity:[Photo.backdated_time_granularity] caption:s
  composer_session_id:s direct_share_status:u feed_targeting:o filter_type:u full_res_is_coming_later:b
  initial_view_heading_override_degrees:u initial_view_pitch_override_degrees:u
  initial_view_vertical_fov_override_degrees:u ios_bundle_id:s is_explicit_location:b is_explicit_place:b
  manual_privacy:b message:s name:s no_story:b offline_id:u og_action_type_id:s og_icon_id:s og_object_id:s
  og_phrase:s og_set_profile_badge:b og_suggestion_mechanism:s place:o privacy:s profile_id:i provenance_info:m
  proxied_app_id:s published:b qn:s scheduled_publish_time:u spherical_metadata:m sponsor_id:s
  sponsor_relationship:u tags:o* target_id:i targeting:o time_since_original_post:u uid:i
  unpublished_content_type:[Photo.unpublished_content_type] url:s user_selected_tags:b vault_image_id:s
GET picture > ProfilePictureSource height:i redirect:b type:[ProfilePictureSource.type] width:i
GET posts > Post include_hidden:b q:s show_expired:b since:d until:d with:s
GET rich_media_documents > Canvas query:s
POST staging_resources > User file:file
GET videos > AdVideo type:[AdVideo.type]
POST videos > AdVideo application_id:s asked_fun_fact_prompt_id:u audio_story_wave_animation_handle:s
  composer_entry_picker:s composer_entry_point:s composer_entry_time:u composer_session_events_log:s
  composer_session_id:s composer_source_surface:s composer_type:s container_type:[AdVideo.container_type]
  content_category:[AdVideo.content_category] creative_tools:s description:s direct_share_status:u
  edit_description_spec:m embeddable:b end_offset:u fbuploader_video_file_chunk:s file_size:u file_url:s
  fisheye_video_cropped:b formatting:[AdVideo.formatting] fov:u front_z_rotation:f fun_fact_prompt_id:s
  fun_fact_toastee_id:u guide:u** guide_enabled:b initial_heading:u initial_pitch:u instant_game_entry_point_data:s
  is_boost_intended:b is_explicit_share:b is_group_linking_post:b is_partnership_ad:b is_voice_clip:b
  location_source_id:s manual_privacy:b no_story:b og_action_type_id:s og_icon_id:s og_object_id:s og_phrase:s
  og_suggestion_mechanism:s original_fov:u original_projection_type:[AdVideo.original_projection_type]
  partnership_ad_ad_code:s privacy:s publish_event_id:u referenced_sticker_id:s replace_video_id:s slideshow_spec:m
  source:s source_instagram_media_id:s spherical:b sponsor_id:s start_offset:u swap_mode:[AdVideo.swap_mode]
  text_format_metadata:s thumb:file time_since_original_post:u title:s transcode_setting_properties:s
  unpublished_content_type:[AdVideo.unpublished_content_type] upload_phase:[AdVideo.upload_phase]
  upload_session_id:s upload_setting_properties:s video_file_chunk:s video_id_original:s video_start_time_ms:u
  waterfall_id:s selected_audio_spec:m
DELETE . > o
GET . > User
POST . > User emoji_color_pref:u firstname:s lastname:s
  local_news_megaphone_dismiss_status:[User.local_news_megaphone_dismiss_status]
  local_news_subscription_status:[User.local_news_subscription_status] name:s password:s

@Page
= about:s access_token:s ad_campaign:AdSet affiliation:s app_id:s artists_we_like:s attire:s
  available_promo_offer_ids:m* awards:s band_interests:s band_members:s best_page:Page bio:s birthday:s
  booking_agent:s breaking_news_usage:o built:s business:o can_checkin:b can_post:b category:s
  category_list:PageCategory* checkins:u company_overview:s connected_instagram_account:IGUser
  connected_page_backed_instagram_account:IGUser contact_address:MailingAddress
  copyright_attribution_insights:CopyrightAttributionInsights copyright_whitelisted_ig_partners:s*
  country_page_likes:u cover:CoverPhoto culinary_team:s current_location:s delivery_and_pickup_option_info:s*
  description:s description_html:s differently_open_offerings:m* directed_by:s display_subtext:s
  displayed_message_response_time:s does_viewer_have_page_permission_link_ig:b emails:s* engagement:Engagement
  fan_count:u featured_video:AdVideo features:s followers_count:u food_styles:s* founded:s general_info:s
  general_manager:s genre:s global_brand_page_name:s global_brand_root_id:s has_added_app:b
  has_lead_access:HasLeadAccess has_transitioned_to_new_page_experience:b has_whatsapp_business_number:b
  has_whatsapp_number:b hometown:s hours:m id:s impressum:s influences:s instagram_business_account:IGUser
  is_always_open:b is_calling_eligible:b is_chain:b is_community_page:b is_eligible_for_branded_content:b
  is_eligible_for_disable_connect_ig_btn_for_non_page_admin_am_web:b is_messenger_bot_get_started_enabled:b
  is_messenger_platform_bot:b is_owned:b is_permanently_closed:b is_published:b is_unclaimed:b is_verified:b
  is_webhooks_subscribed:b keywords:o leadgen_tos_acceptance_time:d leadgen_tos_accepted:b
  leadgen_tos_accepting_user:User link:s location:Location members:s merchant_id:s merchant_review_status:s
  messaging_feature_status:MessagingFeatureStatus messenger_ads_default_icebreakers:s*
  messenger_ads_default_quick_replies:s* messenger_ads_quick_replies_type:s mini_shop_storefront:Shop mission:s
  mpg:s name:s name_with_location_descriptor:s network:s new_like_count:u offer_eligible:b overall_star_rating:f
  owner_business:Business page_token:s parent_page:Page parking:PageParking payment_options:PagePaymentOptions
  personal_info:s personal_interests:s pharma_safety_info:s phone:s pickup_options:s* place_type:s plot_outline:s
  preferred_audience:Targeting press_contact:s price_range:s priority_hours:m* privacy_info_url:s produced_by:s
  products:s promotion_eligible:b promotion_ineligible_reason:s public_transit:s rating_count:u recipient:s
  record_label:s release_date:s restaurant_services:PageRestaurantServices
  restaurant_specialties:PageRestaurantSpecialties schedule:s screenplay_by:s season:s single_line_address:s
  starring:s start_info:PageStartInfo store_code:s store_location_descriptor:s store_number:u studio:s
  supports_donate_button_in_live_video:b talking_about_count:u temporary_status:s unread_message_count:u
  unread_notif_count:u unseen_message_count:u user_access_expire_time:d username:s verification_status:s
  voip_info:VoipInfo website:s were_here_count:u whatsapp_number:s written_by:s page_backed_threads_account_id:s
GET ab_tests > PagePostExperiment
POST ab_tests > PagePostExperiment control_video_id!:s description!:s duration!:u experiment_video_ids!:s* name!:s
  optimization_goal!:[PagePostExperiment.optimization_goal] scheduled_experiment_timestamp:u
GET ads_eligibility > AdsEligibility ads_account_id:s
GET ads_posts > PagePost exclude_dynamic_ads:b include_inline_create:b since:d until:d
DELETE agencies > o business!:s
GET agencies > Business
POST agencies > Page business!:s permitted_tasks:[Page.permitted_tasks]*
GET albums > Album
GET ar_experience > ArAdsDataContainer
DELETE assigned_users > o user!:i
GET assigned_users > AssignedUser business!:s
POST assigned_users > Page tasks:[Page.tasks]* user!:i
DELETE blocked > o asid:s psid:i uid:i user:i
GET blocked > Profile uid:i user:i
POST blocked > o asid:s* psid:i* uid:s* user:s*
POST business_messaging_feature_status > Page features!:m*
GET businessprojects > BusinessProject business:s
POST call_metrics > o audio_stats!:m call_ended_time!:d call_id!:s
  end_call_reason!:[Edge.pagecall_metrics_end_call_reason] end_call_subreason:s first_audio_packet_received_time!:d
  first_video_packet_received_time:d platform!:[Edge.pagecall_metrics_platform] video_stats:m
GET call_to_actions > PageCallToAction
POST calls > o action!:[Edge.pagecalls_action] call_id:s from_version:u platform:[Edge.pagecalls_platform] session:m
  to:s to_version:u tracks:m*
GET canvas_elements > CanvasBodyElement
POST canvas_elements > CanvasBodyElement canvas_button:o canvas_carousel:o canvas_existing_post:o canvas_footer:o
  canvas_header:o canvas_lead_form:o canvas_photo:o canvas_product_list:o canvas_product_set:o
  canvas_store_locator:o canvas_template_video:o canvas_text:o canvas_video:o
GET canvases > Canvas is_hidden:b is_published:b
POST canvases > Canvas background_color:s body_element_ids:s* enable_swipe_to_open:b hero_asset_facebook_post_id:s
  hero_asset_instagram_media_id:s is_hidden:b is_published:b name:s source_template_id:s
GET chat_plugin > ChatPlugin
GET commerce_merchant_settings > CommerceMerchantSettings
GET commerce_orders > CommerceOrder filters:[CommerceOrder.filters]* state:[CommerceOrder.state]* updated_after:d
  updated_before:d
GET commerce_payouts > CommercePayout end_time:d start_time:d
GET commerce_transactions > CommerceOrderTransactionDetail end_time:d payout_reference_id:s start_time:d
GET conversations > UnifiedThread folder:s platform:[UnifiedThread.platform] tags:s* user_id:s
POST copyright_manual_claims > VideoCopyrightMatch action:[VideoCopyrightMatch.action]
  action_reason:[VideoCopyrightMatch.action_reason] countries:o
  match_content_type!:[VideoCopyrightMatch.match_content_type] matched_asset_id!:s reference_asset_id!:s
  selected_segments:m*
GET crosspost_whitelisted_pages > Page
GET ctx_optimization_eligibility > CTXOptimizationEligibility
GET custom_labels > PageUserMessageThreadLabel
POST custom_labels > PageUserMessageThreadLabel name:s page_label_name!:s
DELETE custom_user_settings > o params!:[Edge.pagecustom_user_settings_params]* psid!:s
GET custom_user_settings > CustomUserSettings psid!:s
POST custom_user_settings > Page persistent_menu:o* psid!:s
GET dataset > Dataset
POST dataset > Dataset dataset_name:s
GET events > Event event_state_filter:[Event.event_state_filter]* include_canceled:b time_filter:[Event.time_filter]
  type:[Event.type#2]
POST extend_thread_control > Page duration:u recipient!:o
GET fantasy_games > FantasyGame
GET feed > PagePost include_hidden:b limit:u show_expired:b with:[PagePost.with]
POST feed > Page actions:o album_id:s android_key_hash:s application_id:s asked_fun_fact_prompt_id:u asset3d_id:s
  associated_id:s attach_place_suggestion:b attached_media:o* audience_exp:b backdated_time:d
  backdated_time_granularity:[Page.backdated_time_granularity] breaking_news:b breaking_news_expiration:u
  call_to_action:o caption:s child_attachments:o* client_mutation_id:s composer_entry_picker:s
  composer_entry_point:s composer_entry_time:u composer_session_events_log:s composer_session_id:s
  composer_source_surface:s composer_type:s connection_class:s content_attachment:s coordinates:o cta_link:s
  cta_type:s description:s direct_share_status:u enforce_link_ownership:b expanded_height:u expanded_width:u
  feed_targeting:o formatting:[Page.formatting] fun_fact_prompt_id:s fun_fact_toastee_id:u height:u
  home_checkin_city_id:o image_crops:m implicit_with_tags:i* instant_game_entry_point_data:s ios_bundle_id:s
  is_backout_draft:b is_boost_intended:b is_explicit_location:b is_explicit_share:b is_group_linking_post:b
  is_photo_container:b link:s location_source_id:s manual_privacy:b message:s multi_share_end_card:b
  multi_share_optimized:b name:s nectar_module:s object_attachment:s og_action_type_id:s og_hide_object_attachment:b
  og_icon_id:s og_object_id:s og_phrase:s og_set_profile_badge:b og_suggestion_mechanism:s page_recommendation:s
  picture:s place:o place_attachment_setting:[Page.place_attachment_setting] place_list:s place_list_data:list
  post_surfaces_blacklist:[Page.post_surfaces_blacklist]* posting_to_redspace:[Page.posting_to_redspace] privacy:s
  prompt_id:s prompt_tracking_string:s properties:o proxied_app_id:s publish_event_id:u published:b quote:s ref:s*
  referenceable_image_ids:s* referral_id:s scheduled_publish_time:d source:s sponsor_id:s sponsor_relationship:u
  suggested_place_id:o tags:i* target_surface:[Page.target_surface] targeting:o text_format_metadata:s
  text_format_preset_id:s text_only_place:s thumbnail:file time_since_original_post:u title:s tracking_info:s
  unpublished_content_type:[Page.unpublished_content_type] user_selected_tags:b video_start_time_ms:u
  viewer_coordinates:o width:u
GET global_brand_children > Page
GET image_copyrights > ImageCopyright
POST image_copyrights > ImageCopyright artist:s attribution_link:s creator:s custom_id:s description:s filename!:s
  geo_ownership!:[ImageCopyright.geo_ownership]* original_content_creation_date:u reference_photo!:s title:s
GET indexed_videos > AdVideo
GET insights > InsightsResult breakdown:o* date_preset:[InsightsResult.date_preset] metric:o*
  period:[InsightsResult.period] show_description_from_api_doc:b since:d until:d
GET instagram_accounts > IGUser
GET leadgen_forms > LeadgenForm
POST leadgen_forms > LeadgenForm allow_organic_lead_retrieval:b block_display_for_non_targeted_viewer:b
  context_card:o cover_photo:file custom_disclaimer:o follow_up_action_url:s is_for_canvas:b
  is_optimized_for_quality:b is_phone_sms_verify_enabled:b locale:[LeadgenForm.locale] name!:s privacy_policy:o
  question_page_custom_headline:s questions!:o* should_enforce_work_email:b thank_you_page:o tracking_parameters:m
  upload_gated_file:file
GET likes > Page target_id:s
GET live_videos > LiveVideo broadcast_status:[LiveVideo.broadcast_status]* source:[LiveVideo.source]
POST live_videos > LiveVideo content_tags:s* crossposting_actions:m* custom_labels:s* description:s
  enable_backup_ingest:b encoding_settings:s event_params:o fisheye_video_cropped:b front_z_rotation:f game_show:m
  is_audio_only:b is_spherical:b original_fov:u privacy:s projection:[LiveVideo.projection] published:b
  schedule_custom_profile_image:file spatial_audio_format:[LiveVideo.spatial_audio_format] status:[LiveVideo.status]
  stereoscopic_mode:[LiveVideo.stereoscopic_mode] stop_on_delete_stream:b stream_type:[LiveVideo.stream_type]
  targeting:o title:s
DELETE locations > o location_page_ids!:s* store_numbers!:u*
GET locations > Page
POST locations > Page always_open:b delivery_and_pickup_option_info:s* differently_open_offerings:m hours:m
  ignore_warnings:b location:o location_page_id:s old_store_number:u page_username:s permanently_closed:b phone:s
  pickup_options:[Page.pickup_options]* place_topics:s* price_range:s
  recommendation_action:[Page.recommendation_action] recommendation_ds:s recommendation_store_id:u store_code:s
  store_location_descriptor:s store_name:s store_number!:u temporary_status:[Page.temporary_status] type:s website:s
GET media_fingerprints > MediaFingerprint universal_content_id:s
POST media_fingerprints > MediaFingerprint fingerprint_content_type!:[MediaFingerprint.fingerprint_content_type]
  metadata!:list source!:s title!:s universal_content_id:s
POST message_attachments > o message!:o platform:[Edge.pagemessage_attachments_platform]
DELETE message_templates > o name!:s template_id:s
GET message_templates > MessengerBusinessTemplate category:[Page.category]* content:s language:s* name:s
  name_or_content:s status:[MessengerBusinessTemplate.status]*
POST message_templates > Page category!:[Page.category] components:m* language!:s library_template_button_inputs:m*
  library_template_name:s name!:s parameter_format:[Page.parameter_format]
POST messages > Page folder:[Page.folder] message:o messaging_type:[Page.messaging_type]
  notification_type:[Page.notification_type] payload:s persona_id:s recipient!:o reply_to:o
  sender_action:[Page.sender_action] suggestion_action:[Page.suggestion_action] tag:o thread_control:o
GET messaging_feature_review > MessagingFeatureReview
GET messenger_call_permissions > MessengerCallPermissions psid!:s
GET messenger_call_settings > MessengerCallSettings
POST messenger_call_settings > Page audio_enabled:b call_hours:m call_routing:m icon_enabled:b video_enabled:b
GET messenger_lead_forms > MessengerAdsPartialAutomatedStepList
POST messenger_lead_forms > Page account_id:u block_send_api:b exit_keyphrases:s handover_app_id:u
  handover_summary:b privacy_url:s reminder_text:s step_list!:m* stop_question_message:s template_name:s
  tracking_parameters:m
DELETE messenger_profile > o fields!:[Edge.pagemessenger_profile_fields]* platform:[Page.platform]
GET messenger_profile > MessengerProfile platform:[Page.platform]
POST messenger_profile > Page account_linking_url:s commands:o* description:o* get_started:o ice_breakers:m*
  persistent_menu:o* platform:[Page.platform] whitelisted_domains:s*
POST moderate_conversations > Page actions!:[Page.actions]* user_ids!:m*
POST nlp_configs > Page api_version:o custom_token:s model:[Page.model] n_best:u nlp_enabled:b
  other_language_support:m verbose:b
GET notification_message_tokens > UserPageOneTimeOptInTokenSettings custom_audience_ids:s*
  do_not_return_duplicates:b has_received_marketing_message:b
  opt_in_source:[UserPageOneTimeOptInTokenSettings.opt_in_source]* since:d subscriber_tag_ids:s* until:d
POST notification_messages_dev_support > Page developer_action!:[Page.developer_action] recipient!:o
GET page_backed_instagram_accounts > IGUser
POST page_backed_instagram_accounts > IGUser
POST page_whatsapp_number_verification > Page verification_code:s whatsapp_number!:s
POST pass_thread_control > Page metadata:s recipient!:o target_app_id:s
GET personas > Persona
POST personas > Persona name!:s profile_picture_url!:s
POST photo_stories > Page photo_id:s
GET photos > Photo biz_tag_id:u business_id:s type:[Photo.type]
POST photos > Photo aid:s allow_spherical_photo:b alt_text_custom:s android_key_hash:s application_id:s attempt:u
  audience_exp:b backdated_time:d backdated_time_granularity:[Photo.backdated_time_granularity] caption:s
  composer_session_id:s direct_share_status:u feed_targeting:o filter_type:u full_res_is_coming_later:b
  initial_view_heading_override_degrees:u initial_view_pitch_override_degrees:u
  initial_view_vertical_fov_override_degrees:u ios_bundle_id:s is_explicit_location:b is_explicit_place:b
  location_source_id:s manual_privacy:b message:s name:s nectar_module:s no_story:b offline_id:u og_action_type_id:s
  og_icon_id:s og_object_id:s og_phrase:s og_set_profile_badge:b og_suggestion_mechanism:s parent_media_id:u place:o
  privacy:s profile_id:i provenance_info:m proxied_app_id:s published:b qn:s scheduled_publish_time:u
  spherical_metadata:m sponsor_id:s sponsor_relationship:u tags:o* target_id:i targeting:o temporary:b
  time_since_original_post:u uid:i unpublished_content_type:[Photo.unpublished_content_type] url:s
  user_selected_tags:b vault_image_id:s
GET picture > ProfilePictureSource height:i redirect:b type:[ProfilePictureSource.type] width:i
POST picture > ProfilePictureSource android_key_hash:s burn_media_effect:b caption:s composer_session_id:s
  frame_entrypoint:s has_umg:b height:u ios_bundle_id:s media_effect_ids:i* media_effect_source_object_id:i
  msqrd_mask_id:s photo:s picture:s profile_pic_method:s profile_pic_source:s proxied_app_id:i qn:s reuse:b
  scaled_crop_rect:o set_profile_photo_shield:s sticker_id:i sticker_source_object_id:i suppress_stories:b width:u
  x:u y:u
GET posts > PagePost include_hidden:b limit:u q:s show_expired:b with:[PagePost.with]
GET product_catalogs > ProductCatalog
GET published_posts > PagePost include_hidden:b limit:u show_expired:b with:[PagePost.with]
GET ratings > Recommendation
POST release_thread_control > Page recipient!:o
POST request_thread_control > Page metadata:s recipient!:o
GET roles > User include_deactivated:b uid:i
GET rtb_dynamic_posts > RTBDynamicPost
GET scheduled_posts > PagePost
GET secondary_receivers > Application platform:[Application.platform#3]
GET settings > PageSettings
POST settings > Page option:o
GET shop_setup_status > CommerceMerchantSettingsSetupStatus
GET space_participants > Page
POST space_participants > Page recipient!:o space_name!:s
GET store_locations > StoreLocation
GET stories > Stories since:d status:[Stories.status]* until:d
DELETE subscribed_apps > o
GET subscribed_apps > Application
POST subscribed_apps > Page subscribed_fields!:[Page.subscribed_fields]*
GET tabs > Tab tab:s*
GET tagged > PagePost
POST take_thread_control > Page metadata:s recipient!:o
GET thread_owner > PageThreadOwner recipient!:s
GET threads > UnifiedThread folder:s platform:[UnifiedThread.platform] tags:s* user_id:s
POST unlink_accounts > Page psid!:s
GET video_copyright_rules > VideoCopyrightRule selected_rule_id:s source:[VideoCopyrightRule.source]
POST video_copyright_rules > VideoCopyrightRule condition_groups!:o* name!:s
POST video_copyrights > VideoCopyright attribution_id:s content_category:[VideoCopyright.content_category]
  copyright_content_id!:s excluded_ownership_countries:s* excluded_ownership_segments:o* is_reference_disabled:b
  is_reference_video:b monitoring_type:[VideoCopyright.monitoring_type] ownership_countries:s* rule_id:s tags:s*
  whitelisted_ids:s* whitelisted_ig_user_ids:s*
GET video_lists > VideoList
GET video_reels > AdVideo since:d until:d
POST video_reels > AdVideo description:s feed_targeting:o place:s scheduled_publish_time:d targeting:o title:s
  upload_phase!:[AdVideo.upload_phase_reels] video_id:s video_state:[AdVideo.video_state]
POST video_stories > o description:s feed_targeting:o place:s scheduled_publish_time:d targeting:o title:s
  upload_phase!:[Edge.pagevideo_stories_upload_phase] video_id:s video_state:[Edge.pagevideo_stories_video_state]
GET videos > AdVideo type:[AdVideo.type]
POST videos > AdVideo ad_breaks:list application_id:s asked_fun_fact_prompt_id:u audio_story_wave_animation_handle:s
  backdated_post:list call_to_action:o composer_entry_picker:s composer_entry_point:s composer_entry_time:u
  composer_session_events_log:s composer_session_id:s composer_source_surface:s composer_type:s
  container_type:[AdVideo.container_type] content_category:[AdVideo.content_category] content_tags:s*
  creative_tools:s crossposted_video_id:s custom_labels:s* description:s direct_share_status:u
  edit_description_spec:m embeddable:b end_offset:u expiration:o fbuploader_video_file_chunk:s feed_targeting:o
  file_size:u file_url:s fisheye_video_cropped:b formatting:[AdVideo.formatting] fov:u front_z_rotation:f
  fun_fact_prompt_id:s fun_fact_toastee_id:u guide:u** guide_enabled:b initial_heading:u initial_pitch:u
  instant_game_entry_point_data:s is_boost_intended:b is_explicit_share:b is_group_linking_post:b
  is_partnership_ad:b is_voice_clip:b location_source_id:s manual_privacy:b multilingual_data:o* no_story:b
  og_action_type_id:s og_icon_id:s og_object_id:s og_phrase:s og_suggestion_mechanism:s original_fov:u
  original_projection_type:[AdVideo.original_projection_type] partnership_ad_ad_code:s publish_event_id:u
  published:b reference_only:b referenced_sticker_id:s replace_video_id:s scheduled_publish_time:u secret:b
  slideshow_spec:m social_actions:b source:s source_instagram_media_id:s specified_dialect:s spherical:b
  sponsor_id:s sponsor_relationship:u start_offset:u swap_mode:[AdVideo.swap_mode] targeting:o
  text_format_metadata:s thumb:file time_since_original_post:u title:s transcode_setting_properties:s
  universal_video_id:s unpublished_content_type:[AdVideo.unpublished_content_type]
  upload_phase:[AdVideo.upload_phase] upload_session_id:s upload_setting_properties:s video_asset_id:s
  video_file_chunk:s video_id_original:s video_start_time_ms:u waterfall_id:s selected_audio_spec:m
GET visitor_posts > PagePost include_hidden:b limit:u show_expired:b with:[PagePost.with]
DELETE welcome_message_flows > o flow_id!:s
GET welcome_message_flows > CTXPartnerAppWelcomeMessageFlow app_id:s flow_id:s
POST welcome_message_flows > o eligible_platforms:[Edge.pagewelcome_message_flows_eligible_platforms]* flow_id:s
  name:s welcome_message_flow:o*
GET . > Page account_linking_token:s
POST . > Page about:s accept_crossposting_handshake:m* allow_spherical_photo:b attire:[Page.attire]
  begin_crossposting_handshake:m* bio:s category_list:s* company_overview:s contact_address:o cover:s
  culinary_team:s delivery_and_pickup_option_info:s* description:s differently_open_offerings:m directed_by:s
  displayed_message_response_time:s emails:s* focus_x:f focus_y:f food_styles:[Page.food_styles]*
  gen_ai_provenance_type:[Page.gen_ai_provenance_type] general_info:s general_manager:s genre:s hours:m
  ignore_coordinate_warnings:b impressum:s is_always_open:b is_permanently_closed:b is_published:b
  is_webhooks_subscribed:b location:o menu:s mission:s no_feed_story:b no_notification:b offset_x:i offset_y:i
  parking:m payment_options:m phone:s pickup_options:[Page.pickup_options]* plot_outline:s price_range:s
  priority_hours:m public_transit:s restaurant_services:m restaurant_specialties:m scrape:b service_details:s
  spherical_metadata:m start_info:o store_location_descriptor:s temporary_status:[Page.temporary_status] website:s
  zoom_scale_x:f zoom_scale_y:f caption:s
POST page_backed_threads_accounts > o
POST scheduled_live_video > o end_time:u start_time:u state:o video:s

@ProductCatalog
= ad_account_to_collaborative_ads_share_settings:CollaborativeAdsShareSettings
  agency_collaborative_ads_share_settings:CollaborativeAdsShareSettings business:Business
  catalog_store:StoreCatalogSettings commerce_merchant_settings:CommerceMerchantSettings creator_user:User
  da_display_settings:ProductCatalogImageSettings default_image_url:s fallback_image_url:s* feed_count:i id:s
  is_catalog_segment:b is_local_catalog:b name:s owner_business:Business product_count:i
  store_catalog_settings:StoreCatalogSettings user_access_expire_time:d vertical:s show_assign_permissions:b
DELETE agencies > o business!:s
GET agencies > Business
POST agencies > ProductCatalog business!:s enabled_collab_terms:[ProductCatalog.enabled_collab_terms]*
  permitted_roles:[ProductCatalog.permitted_roles]* permitted_tasks:[ProductCatalog.permitted_tasks]*
  skip_defaults:b utm_settings:m
DELETE assigned_users > o user!:i
GET assigned_users > AssignedUser business!:s
POST assigned_users > ProductCatalog tasks!:[ProductCatalog.tasks]* user!:i
GET automotive_models > AutomotiveModel bulk_pagination:b filter:o
POST batch > ProductCatalog allow_upsert:b fbe_external_business_id:s requests!:m* version:u
POST catalog_store > StoreCatalogSettings page!:s
GET categories > ProductCatalogCategory categorization_criteria!:[ProductCatalogCategory.categorization_criteria]
  filter:o
POST categories > ProductCatalogCategory data!:m*
GET check_batch_request_status > CheckBatchRequestStatus error_priority:[CheckBatchRequestStatus.error_priority]
  handle!:s load_ids_of_invalid_requests:b
GET check_marketplace_partner_deals_status > ProductCatalogCheckMarketplacePartnerDealsStatus session_id!:s
GET check_marketplace_partner_sellers_status > ProductCatalogCheckMarketplacePartnerSellersStatus session_id!:s
GET collaborative_ads_lsb_image_bank > CPASLsbImageBank
GET collaborative_ads_share_settings > CollaborativeAdsShareSettings
POST cpas_lsb_image_bank > CPASLsbImageBank ad_group_id:u agency_business_id:u backup_image_urls!:s*
GET creator_asset_creatives > CreatorAssetCreative moderation_status:[CreatorAssetCreative.moderation_status]
GET data_sources > ProductCatalogDataSource ingestion_source_type:[ProductCatalogDataSource.ingestion_source_type]
GET destinations > Destination bulk_pagination:b filter:o
GET diagnostics > ProductCatalogDiagnosticGroup affected_channels:[ProductCatalogDiagnosticGroup.affected_channels]*
  affected_entities:[ProductCatalogDiagnosticGroup.affected_entities]*
  affected_features:[ProductCatalogDiagnosticGroup.affected_features]*
  severities:[ProductCatalogDiagnosticGroup.severities]* types:[ProductCatalogDiagnosticGroup.types]*
GET event_stats > ProductEventStat breakdowns:[ProductEventStat.breakdowns]*
DELETE external_event_sources > o external_event_sources:o
GET external_event_sources > ExternalEventSource
POST external_event_sources > ProductCatalog external_event_sources:o
GET flights > Flight bulk_pagination:b filter:o
POST geolocated_items_batch > ProductCatalog allow_upsert:b item_type!:s requests!:m
GET home_listings > HomeListing bulk_pagination:b filter:o
POST home_listings > HomeListing address!:o availability!:s currency!:s description:s home_listing_id!:s images!:o*
  listing_type:s name!:s num_baths:f num_beds:f num_units:f price!:f property_type:s url!:s year_built!:u
GET hotel_rooms_batch > ProductCatalogHotelRoomsBatch handle!:s
POST hotel_rooms_batch > ProductCatalog file:file password:s standard!:[ProductCatalog.standard] update_only:b url:s
  username:s
GET hotels > Hotel bulk_pagination:b filter:o
POST hotels > Hotel address!:o applinks:o base_price:u brand:s currency:s description!:s guest_ratings:o* hotel_id:s
  images!:o* name!:s phone:s star_rating:f url!:s
POST items_batch > ProductCatalog allow_upsert:b item_sub_type:[ProductCatalog.item_sub_type] item_type!:s
  requests!:m version:u
POST localized_items_batch > ProductCatalog allow_upsert:b item_type!:s requests!:m version:u
POST marketplace_partner_deals_details > ProductCatalog requests!:m
POST marketplace_partner_sellers_details > ProductCatalog requests!:m
POST marketplace_partner_signals > ProductCatalog conversion_type:[ProductCatalog.conversion_type] event_id:s
  event_name!:[ProductCatalog.event_name] event_source_url:s event_time!:d offer_data:m order_data:m user_data!:m
POST media_titles > o additional_image_urls:s* android_app_name:s android_class:s android_package:s android_url:s
  awards:s* cast:s* category:s currency:s description:s director:s* fb_product_category:s genre:s* image_url!:s
  ios_app_name:s ios_app_store_id:u ios_url:s ipad_app_name:s ipad_app_store_id:u ipad_url:s iphone_app_name:s
  iphone_app_store_id:u iphone_url:s media_category:s name!:s price:u rating:s release_date:s retailer_id!:s url:s
  windows_phone_app_id:s windows_phone_app_name:s windows_phone_url:s
GET pricing_variables_batch > ProductCatalogPricingVariablesBatch handle!:s
POST pricing_variables_batch > ProductCatalog file:file password:s standard!:[ProductCatalog.standard] update_only:b
  url:s username:s
GET product_feeds > ProductFeed
POST product_feeds > ProductFeed country:s default_currency:s deletion_enabled:b delimiter:[ProductFeed.delimiter]
  encoding:[ProductFeed.encoding] feed_type:[ProductFeed.feed_type] file_name:s
  ingestion_source_type:[ProductFeed.ingestion_source_type#2] item_sub_type:[ProductFeed.item_sub_type]
  migrated_from_feed_id:s name:s override_type:[ProductFeed.override_type] override_value:s primary_feed_ids:s*
  quoted_fields_mode:[ProductFeed.quoted_fields_mode#2] rules:s* schedule:s selected_override_fields:s*
  update_schedule:s use_case:[ProductFeed.use_case]
GET product_groups > ProductGroup
POST product_groups > ProductGroup retailer_id:s variants:o*
GET product_sets > ProductSet ancestor_id:s has_children:b parent_id:s retailer_id:s
POST product_sets > ProductSet filter:o metadata:m name!:s ordering_info:u* publish_to_shops:m* retailer_id:s
GET product_sets_batch > ProductCatalogProductSetsBatch handle!:s
GET products > ProductItem bulk_pagination:b error_priority:[ProductItem.error_priority]
  error_type:[ProductItem.error_type] filter:o return_only_approved_products:b
POST products > ProductItem additional_image_urls:s* additional_variant_attributes:m
  age_group:[ProductItem.age_group] allow_upsert:b android_app_name:s android_class:s android_package:s
  android_url:s availability:[ProductItem.availability] brand:s category:s category_specific_fields:m checkout_url:s
  color:s commerce_tax_category:[ProductItem.commerce_tax_category] condition:[ProductItem.condition] currency!:s
  custom_data:m custom_label_0:s custom_label_1:s custom_label_2:s custom_label_3:s custom_label_4:s
  custom_number_0:u custom_number_1:u custom_number_2:u custom_number_3:u custom_number_4:u description:s
  expiration_date:s fb_product_category:s gender:[ProductItem.gender] gtin:s image_url:s importer_address:m
  importer_name:s inventory:u ios_app_name:s ios_app_store_id:u ios_url:s ipad_app_name:s ipad_app_store_id:u
  ipad_url:s iphone_app_name:s iphone_app_store_id:u iphone_url:s launch_date:s live_special_price:s
  manufacturer_info:s manufacturer_part_number:s marked_for_product_launch:[ProductItem.marked_for_product_launch]
  material:s mobile_link:s name!:s ordering_index:u origin_country:[ProductItem.origin_country] pattern:s price!:u
  product_priority_0:f product_priority_1:f product_priority_2:f product_priority_3:f product_priority_4:f
  product_type:s quantity_to_sell_on_facebook:u retailer_id:s retailer_product_group_id:s return_policy_days:u
  rich_text_description:s sale_price:u sale_price_end_date:d sale_price_start_date:d short_description:s size:s
  start_date:s url:s visibility:[ProductItem.visibility] wa_compliance_category:[ProductItem.wa_compliance_category]
  windows_phone_app_id:s windows_phone_app_name:s windows_phone_url:s
POST update_generated_image_config > ProductCatalog data!:o*
GET vehicle_offers > VehicleOffer bulk_pagination:b filter:o
GET vehicles > Vehicle bulk_pagination:b filter:o
POST vehicles > Vehicle address!:m applinks:o availability:[Vehicle.availability] body_style!:[Vehicle.body_style]
  condition:[Vehicle.condition] currency!:s date_first_on_lot:s dealer_id:s dealer_name:s dealer_phone:s
  description!:s drivetrain:[Vehicle.drivetrain] exterior_color!:s fb_page_id:s fuel_type:[Vehicle.fuel_type]
  images!:o* interior_color:s make!:s mileage!:m model!:s price!:u state_of_vehicle!:[Vehicle.state_of_vehicle]
  title!:s transmission:[Vehicle.transmission] trim:s url!:s vehicle_id!:s vehicle_type:[Vehicle.vehicle_type]
  vin!:s year!:u
GET version_configs > CatalogContentVersionConfig
POST version_items_batch > ProductCatalog allow_upsert:b item_type!:s item_version!:s requests!:m version:u
DELETE . > o allow_delete_catalog_with_live_product_set:b
GET . > ProductCatalog segment_use_cases:[Generic.segment_use_cases]*
POST . > ProductCatalog additional_vertical_option:[ProductCatalog.additional_vertical_option] da_display_settings:o
  default_image_url:s destination_catalog_settings:m fallback_image_url:s flight_catalog_settings:m name:s
  partner_integration:m store_catalog_settings:m

@ProductSet
= auto_creation_url:s filter:s id:s latest_metadata:ProductSetMetadata live_metadata:ProductSetMetadata name:s
  ordering_info:i* product_catalog:ProductCatalog product_count:u retailer_id:s
GET automotive_models > AutomotiveModel bulk_pagination:b filter:o
GET destinations > Destination bulk_pagination:b filter:o
GET flights > Flight bulk_pagination:b filter:o
GET home_listings > HomeListing bulk_pagination:b filter:o
GET hotels > Hotel bulk_pagination:b filter:o
GET products > ProductItem bulk_pagination:b error_priority:[ProductItem.error_priority]
  error_type:[ProductItem.error_type] filter:o
GET vehicle_offers > VehicleOffer bulk_pagination:b filter:o
GET vehicles > Vehicle bulk_pagination:b filter:o
DELETE . > o allow_live_product_set_deletion:b
GET . > ProductSet
POST . > ProductSet filter:o metadata:m name:s ordering_info:u* publish_to_shops:m* retailer_id:s

@AdStudy
= business:Business canceled_time:d client_business:Business cooldown_start_time:d created_by:User created_time:d
  description:s end_time:d id:s measurement_contact:User name:s observation_end_time:d
  results_first_available_date:s sales_contact:User start_time:d type:s updated_by:User updated_time:d
GET cells > AdStudyCell
POST checkpoint > AdStudy checkpoint_data!:s checkpoint_name!:s component!:s instance_id:s run_id:s
GET instances > PrivateLiftStudyInstance
POST instances > PrivateLiftStudyInstance breakdown_key!:m run_id:s
GET objectives > AdStudyObjective
DELETE . > o
GET . > AdStudy
POST . > AdStudy cells:o* client_business:s confidence_level:f cooldown_start_time:i description:s end_time:i name:s
  objectives:o* observation_end_time:i start_time:i type:[AdStudy.type] viewers:i* creative_test_config:m

@AdRule
= account_id:s created_by:User created_time:d disable_error_code:i evaluation_spec:AdRuleEvaluationSpec
  execution_spec:AdRuleExecutionSpec id:s name:s schedule_spec:AdRuleScheduleSpec status:s updated_time:d
POST execute > o
GET history > AdRuleHistory action:[AdRuleHistory.action] hide_no_changes:b object_id:s
POST preview > AdRule
DELETE . > o
GET . > AdRule
POST . > AdRule evaluation_spec:o execution_spec:o name:s schedule_spec:o status:[AdRule.status]

@AdAsyncRequestSet
= canceled_count:i created_time:d error_count:i id:s in_progress_count:i initial_count:u is_completed:b name:s
  notification_mode:[AdAsyncRequestSet.notification_mode] notification_result:AdAsyncRequestSetNotificationResult
  notification_status:s notification_uri:s owner_id:s success_count:i total_count:u updated_time:d
GET requests > AdAsyncRequest statuses:[AdAsyncRequest.statuses]*
DELETE . > o
GET . > AdAsyncRequestSet
POST . > AdAsyncRequestSet name:s notification_mode:s notification_uri:s

@AdAsyncRequest
= async_request_set:AdAsyncRequestSet created_time:d id:s input:m result:m scope_object_id:s status:s type:s
  updated_time:d
DELETE . > o
GET . > AdAsyncRequest

@HighDemandPeriod
= ad_object_id:s budget_value:i budget_value_type:s id:s recurrence_type:s time_end:d time_start:d
  weekly_schedule:HighDemandPeriodTimeSuggestionWeeklySegment*
DELETE . > o
GET . > HighDemandPeriod
POST . > HighDemandPeriod budget_value:u budget_value_type:[HighDemandPeriod.budget_value_type] time_end:u
  time_start:u

@AdLabel
= account:AdAccount created_time:d id:s name:s updated_time:d
GET adcreatives > AdCreative
GET ads > Ad
GET adsets > AdSet
GET campaigns > Campaign
DELETE . > o
GET . > AdLabel
POST . > AdLabel name!:s

@CustomConversion
= account_id:s aggregation_rule:s business:Business creation_time:d
  custom_event_type:[CustomConversion.custom_event_type] data_sources:ExternalEventSource*
  default_conversion_value:i description:s event_source_type:s first_fired_time:d id:s is_archived:b
  is_unavailable:b last_fired_time:d name:s offline_conversion_data_set:OfflineConversionDataSet pixel:AdsPixel
  retention_days:u rule:s
GET stats > CustomConversionStatsResult aggregation:[CustomConversionStatsResult.aggregation] end_time:d
  start_time:d
DELETE . > o
GET . > CustomConversion
POST . > CustomConversion default_conversion_value:f description:s name:s

@SavedAudience
= account:AdAccount approximate_count_lower_bound:i approximate_count_upper_bound:i delete_time:i description:s id:s
  name:s operation_status:CustomAudienceStatus owner_business:Business page_deletion_marked_delete_time:i
  permission_for_actions:AudiencePermissionForActions run_status:s sentence_lines:list targeting:Targeting
  time_created:d time_updated:d
GET . > SavedAudience

@AdsValueAdjustmentRuleCollection
= id:s is_default_setting:b last_attach_time:d name:s product_type:s status:s
POST delete_rule_set > AdsValueAdjustmentRuleCollection
GET rules > AdsValueAdjustmentRulePersona
GET . > AdsValueAdjustmentRuleCollection
POST . > AdsValueAdjustmentRuleCollection is_default_setting:b name!:s rules!:m*

@AdStudyCell
= ad_entities_count:u ad_ids:s* control_percentage:f id:s name:s treatment_percentage:f
GET adaccounts > AdAccount
GET adsets > AdSet
GET campaigns > Campaign
GET . > AdStudyCell
POST . > AdStudyCell adaccounts:u* ads:s* adsets:s* campaigns:s* creation_template:[AdStudyCell.creation_template]
  description:s name:s

@AdStudyObjective
= id:s is_primary:b last_updated_results:s name:s results:s* type:s
GET adspixels > AdsPixel
GET applications > Application
GET brand_requests > BrandRequest
GET customconversions > CustomConversion
GET offline_conversion_data_sets > OfflineConversionDataSet
GET partner_private_studies > Business
GET partnerstudies > PartnerStudy
GET . > AdStudyObjective breakdowns:[Generic.breakdowns]* ds:s
POST . > AdStudyObjective adspixels:o* applications:o* customconversions:o* is_primary:b name:s
  offline_conversion_data_sets:o* offsite_datasets:o* product_catalogs:o* product_sets:o*
  type:[AdStudyObjective.type]

@LeadgenForm
= allow_organic_lead:b block_display_for_non_targeted_viewer:b context_card:LeadGenContextCard created_time:d
  creator:User expired_leads_count:u follow_up_action_text:s follow_up_action_url:s id:s is_optimized_for_quality:b
  leads_count:u legal_content:LeadGenLegalContent locale:s name:s organic_leads_count:u page:Page page_id:s
  privacy_policy_url:s question_page_custom_headline:s questions:LeadGenQuestion* status:s
  thank_you_page:LeadGenThankYouPage tracking_parameters:m*
GET leads > Lead
GET test_leads > Lead
POST test_leads > Lead custom_disclaimer_responses:o* field_data:o*
GET . > LeadgenForm
POST . > LeadgenForm status:[LeadgenForm.status]

@ProductFeed
= country:s created_time:d default_currency:s deletion_enabled:b delimiter:[ProductFeed.delimiter] encoding:s
  file_name:s id:s ingestion_source_type:[ProductFeed.ingestion_source_type] item_sub_type:s
  latest_upload:ProductFeedUpload migrated_from_feed_id:s name:s override_type:s primary_feeds:s* product_count:i
  quoted_fields_mode:[ProductFeed.quoted_fields_mode] schedule:ProductFeedSchedule supplementary_feeds:s*
  update_schedule:ProductFeedSchedule
GET automotive_models > AutomotiveModel bulk_pagination:b filter:o
GET destinations > Destination bulk_pagination:b filter:o
GET flights > Flight bulk_pagination:b filter:o
GET home_listings > HomeListing bulk_pagination:b filter:o
GET hotels > Hotel bulk_pagination:b filter:o
GET products > ProductItem bulk_pagination:b error_priority:[ProductItem.error_priority]
  error_type:[ProductItem.error_type] filter:o
GET rules > ProductFeedRule
POST rules > ProductFeedRule attribute!:s params:m rule_type!:[ProductFeedRule.rule_type]
POST supplementary_feed_assocs > o assoc_data!:m*
GET upload_schedules > ProductFeedSchedule
POST upload_schedules > ProductFeed upload_schedule:s
GET uploads > ProductFeedUpload
POST uploads > ProductFeedUpload fbe_external_business_id:s file:file password:s update_only:b url:s username:s
GET vehicle_offers > VehicleOffer bulk_pagination:b filter:o
GET vehicles > Vehicle bulk_pagination:b filter:o
DELETE . > o
GET . > ProductFeed
POST . > ProductFeed default_currency:s deletion_enabled:b delimiter:[ProductFeed.delimiter]
  encoding:[ProductFeed.encoding] migrated_from_feed_id:s name:s
  quoted_fields_mode:[ProductFeed.quoted_fields_mode#2] schedule:s update_schedule:s

@ProductItem
= additional_image_cdn_urls:m** additional_image_urls:s* additional_variant_attributes:m* affiliate_seller_rating:f
  affiliate_seller_rating_count:i age_group:[ProductItem.age_group] applinks:CatalogItemAppLinks
  availability:[ProductItem.availability] base_commission_rate:i brand:s bundle_items:s* bundle_retailer_ids:s*
  capabilities_disabled_by_user:s* capability_to_review_status:m* category:s category_ranking:i
  category_specific_fields:CatalogSubVerticalList color:s commerce_insights:ProductItemCommerceInsights
  condition:[ProductItem.condition] currency:s custom_data:m* custom_label_0:s custom_label_1:s custom_label_2:s
  custom_label_3:s custom_label_4:s custom_number_0:s custom_number_1:s custom_number_2:s custom_number_3:s
  custom_number_4:s description:s errors:ProductItemError* expiration_date:s fb_product_category:s
  gender:[ProductItem.gender] generated_background_images:AIGeneratedProductImage*
  generated_background_images_ad_usage:b gtin:s id:s image_cdn_urls:m*
  image_fetch_status:[ProductItem.image_fetch_status] image_url:s images:s*
  importer_address:ProductItemImporterAddress importer_name:s invalidation_errors:ProductItemInvalidationError*
  inventory:i is_bundle_hero:b live_special_price:s manufacturer_info:s manufacturer_part_number:s
  marked_for_product_launch:s material:s mobile_link:s name:s ordering_index:i origin_country:s overall_ranking:i
  parent_product_id:s pattern:s post_conversion_signal_based_enforcement_appeal_eligibility:b price:s
  product_catalog:ProductCatalog product_feed:ProductFeed product_group:ProductGroup
  product_local_info:ProductItemLocalInfo product_relationship:s product_type:s quantity_to_sell_on_facebook:i
  retailer_id:s retailer_product_group_id:s review_rejection_reasons:s* review_status:[ProductItem.review_status]
  rich_text_description:s sale_price:s sale_price_end_date:s sale_price_start_date:s
  shipping_weight_unit:[ProductItem.shipping_weight_unit] shipping_weight_value:f short_description:s size:s
  start_date:s status:[ProductItem.status] tags:s* url:s vendor_id:s
  video_fetch_status:[ProductItem.video_fetch_status] videos:ProductItemVideoData*
  visibility:[ProductItem.visibility] wa_compliance_category:s
GET channels_to_integrity_status > CatalogItemChannelsToIntegrityStatus
GET override_details > OverrideDetails keys:s* type:[OverrideDetails.type]
GET product_sets > ProductSet
GET videos_metadata > DynamicVideoMetadata
DELETE . > o
GET . > ProductItem catalog_id:s image_height:u image_width:u override_country:s override_language:s
POST . > ProductItem additional_image_urls:s* additional_variant_attributes:m age_group:[ProductItem.age_group]
  android_app_name:s android_class:s android_package:s android_url:s availability:[ProductItem.availability] brand:s
  category:s category_specific_fields:m checkout_url:s color:s
  commerce_tax_category:[ProductItem.commerce_tax_category] condition:[ProductItem.condition] currency:s
  custom_data:m custom_label_0:s custom_label_1:s custom_label_2:s custom_label_3:s custom_label_4:s
  custom_number_0:u custom_number_1:u custom_number_2:u custom_number_3:u custom_number_4:u description:s
  expiration_date:s fb_product_category:s gender:[ProductItem.gender] gtin:s image_url:s importer_address:m
  importer_name:s inventory:u ios_app_name:s ios_app_store_id:u ios_url:s ipad_app_name:s ipad_app_store_id:u
  ipad_url:s iphone_app_name:s iphone_app_store_id:u iphone_url:s launch_date:s live_special_price:s
  manufacturer_info:s manufacturer_part_number:s marked_for_product_launch:[ProductItem.marked_for_product_launch]
  material:s mobile_link:s name:s ordering_index:u origin_country:[ProductItem.origin_country] pattern:s price:u
  product_priority_0:f product_priority_1:f product_priority_2:f product_priority_3:f product_priority_4:f
  product_type:s quantity_to_sell_on_facebook:u retailer_id:s return_policy_days:u rich_text_description:s
  sale_price:u sale_price_end_date:d sale_price_start_date:d short_description:s size:s start_date:s url:s
  visibility:[ProductItem.visibility] wa_compliance_category:[ProductItem.wa_compliance_category]
  windows_phone_app_id:s windows_phone_app_name:s windows_phone_url:s

@SystemUser
= created_by:User created_time:d finance_permission:s id:s ip_permission:s name:s
GET assigned_ad_accounts > AdAccount
GET assigned_business_asset_groups > BusinessAssetGroup contained_asset_id:s
GET assigned_pages > Page pages:u*
GET assigned_product_catalogs > ProductCatalog
GET assigned_whatsapp_business_accounts > WhatsAppBusinessAccount
GET . > SystemUser

@BusinessUser
= business:Business business_role_request:BusinessRoleRequest email:s finance_permission:s first_name:s id:s
  ip_permission:s last_name:s marked_for_removal:b name:s pending_email:s role:s tasks:s* title:s two_fac_status:s
GET assigned_ad_accounts > AdAccount
GET assigned_business_asset_groups > BusinessAssetGroup contained_asset_id:s
GET assigned_pages > Page pages:u*
GET assigned_product_catalogs > ProductCatalog
GET assigned_whatsapp_business_accounts > WhatsAppBusinessAccount
DELETE . > o
GET . > BusinessUser
POST . > BusinessUser clear_pending_email:b email:s first_name:s last_name:s pending_email:s
  role:[BusinessUser.role] skip_verification_email:b tasks:[BusinessUser.tasks]* title:s

@BusinessAssetGroup
= id:s name:s owner_business:Business
DELETE assigned_users > o user!:i
GET assigned_users > AssignedUser business!:s
POST assigned_users > BusinessAssetGroup adaccount_tasks:[BusinessAssetGroup.adaccount_tasks]*
  offline_conversion_data_set_tasks:[BusinessAssetGroup.offline_conversion_data_set_tasks]*
  page_tasks:[BusinessAssetGroup.page_tasks]* pixel_tasks:[BusinessAssetGroup.pixel_tasks]* user!:i
DELETE contained_adaccounts > o asset_id!:s
GET contained_adaccounts > AdAccount
POST contained_adaccounts > BusinessAssetGroup asset_id!:s
DELETE contained_applications > o asset_id!:s
GET contained_applications > Application
POST contained_applications > BusinessAssetGroup asset_id!:s
DELETE contained_custom_conversions > o asset_id!:s
GET contained_custom_conversions > CustomConversion
POST contained_custom_conversions > BusinessAssetGroup asset_id!:s
DELETE contained_instagram_accounts > o asset_id!:s
GET contained_instagram_accounts > IGUser
POST contained_instagram_accounts > BusinessAssetGroup asset_id!:s
DELETE contained_pages > o asset_id!:s
GET contained_pages > Page
POST contained_pages > BusinessAssetGroup asset_id!:s
DELETE contained_pixels > o asset_id!:s
GET contained_pixels > AdsPixel
POST contained_pixels > BusinessAssetGroup asset_id!:s
DELETE contained_product_catalogs > o asset_id!:s
GET contained_product_catalogs > ProductCatalog
POST contained_product_catalogs > BusinessAssetGroup asset_id!:s
GET . > BusinessAssetGroup
POST . > BusinessAssetGroup name:s

@EventSourceGroup
= business:Business event_sources:ExternalEventSource* id:s name:s owner_business:Business
GET shared_accounts > AdAccount
POST shared_accounts > EventSourceGroup accounts!:s*
GET . > EventSourceGroup
POST . > EventSourceGroup event_sources!:s* name!:s

@PublisherBlockList
= app_publishers:AppPublisher* business_owner_id:s id:s is_auto_blocking_on:b is_eligible_at_campaign_level:b
  last_update_time:d last_update_user:s name:s owner_ad_account_id:s web_publishers:WebPublisher*
POST append_publisher_urls > o publisher_urls!:s*
GET paged_web_publishers > WebPublisher draft_id:s
DELETE . > o
GET . > PublisherBlockList account_id:u business_id:s draft_id:s
POST . > PublisherBlockList spec!:o

@IGUser
= biography:s business_discovery:IGUser followers_count:i follows_count:i has_profile_pic:b id:s ig_id:i
  is_published:b legacy_instagram_user_id:s media_count:i mentioned_comment:IGComment mentioned_media:IGMedia name:s
  owner_business:Business profile_picture_url:s shopping_product_tag_eligibility:b shopping_review_status:s
  username:s website:s
GET agencies > Business
GET authorized_adaccounts > AdAccount business!:s
POST authorized_adaccounts > IGUser account_id!:s business!:s
GET available_catalogs > UserAvailableCatalogs
GET branded_content_ad_permissions > IGBCAdsPermission creator_username:s
POST branded_content_ad_permissions > IGBCAdsPermission creator_instagram_account:s creator_instagram_username:s
  revoke:b
GET branded_content_advertisable_medias > BrandedContentShadowIGMediaID ad_code:s creator_username:s
  media_relationship:[BrandedContentShadowIGMediaID.media_relationship]* only_fetch_allowlisted:b
  only_fetch_recommended_content:b permalinks:s*
DELETE branded_content_tag_approval > o user_ids!:u*
GET branded_content_tag_approval > BrandedContentShadowIGUserID user_ids!:u*
POST branded_content_tag_approval > BrandedContentShadowIGUserID user_ids!:u*
POST business_messaging_feature_status > IGUser features!:m*
GET catalog_product_search > ShadowIGUserCatalogProductSearch catalog_id!:s q:s
GET collaboration_invites > ShadowIGUserCollaborationInvites
POST collaboration_invites > ShadowIGUserCollaborationInvites accept!:b media_id!:s
GET collaborative_media > ShadowIGUserCollaborativeMedia
GET connected_threads_user > ThreadsUser
GET content_publishing_limit > ContentPublishingLimitResponse since:d
GET creator_marketplace_creators > IGUserExportForCAM creator_age_bucket:o*
  creator_countries:[IGUserExportForCAM.creator_countries]* creator_follower_growth:o
  creator_gender:[IGUserExportForCAM.creator_gender]* creator_interests:o* creator_latest_post_activity:o
  creator_max_engaged_accounts:u creator_max_followers:u creator_min_engaged_accounts:u creator_min_followers:u
  has_public_contact_email:b major_audience_age_bucket:o*
  major_audience_countries:[IGUserExportForCAM.major_audience_countries]* major_audience_device_type:o*
  major_audience_gender:[IGUserExportForCAM.major_audience_gender]* query:s reels_interaction_rate:o
  show_onboarded_creators_only:b similar_to_creators:s* username:s usernames:s*
GET dataset > Dataset
POST dataset > Dataset dataset_name:s
GET insights > InstagramInsightsResult breakdown:[InstagramInsightsResult.breakdown]*
  metric!:[InstagramInsightsResult.metric]* metric_type:[InstagramInsightsResult.metric_type]
  period!:[InstagramInsightsResult.period]* since:d timeframe:[InstagramInsightsResult.timeframe] until:d
GET instagram_backed_threads_user > ThreadsUser
POST instagram_backed_threads_user > ThreadsUser
GET live_media > IGMedia since:d until:d
GET media > IGMedia since:d until:d
POST media > IGMedia alt_text:s audio_name:s caption:s children:s* collaborators:s* cover_url:s image_url:s
  is_carousel_item:b location_id:s media_type:s product_tags:m* share_to_feed:b thumb_offset:s trial_params:m
  upload_type:s user_tags:m* video_url:s
POST media_publish > IGMedia creation_id!:u
POST mentions > o comment_id:s media_id!:s message!:s
POST moderate_conversations > o actions!:[Edge.shadowigusermoderate_conversations_actions]* user_ids!:m*
GET notification_message_tokens > UserPageOneTimeOptInTokenSettings
GET product_appeal > IGShoppingProductAppeal product_id!:s
POST product_appeal > IGShoppingProductAppeal appeal_reason!:s product_id!:s
GET recently_searched_hashtags > ShadowIGHashtag
GET scheduled_media > ShadowIGScheduledMedia
GET stories > IGMedia
GET tags > IGMedia
GET upcoming_events > IGUpcomingEvent
POST upcoming_events > o end_time:d notification_subtypes:[Edge.shadowiguserupcoming_events_notification_subtypes]*
  start_time!:d title!:s
GET welcome_message_flows > ShadowIGUserCTXPartnerAppWelcomeMessageFlow app_id:s flow_id:s
GET . > IGUser adgroup_id:s
`
