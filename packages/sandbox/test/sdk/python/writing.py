"""Creating, changing, copying and removing campaigns, ad sets, creatives and ads."""

from facebook_business.adobjects.ad import Ad
from facebook_business.adobjects.adaccount import AdAccount
from facebook_business.adobjects.adcreative import AdCreative
from facebook_business.adobjects.adlabel import AdLabel
from facebook_business.adobjects.adset import AdSet
from facebook_business.adobjects.campaign import Campaign

from harness import equal, flow, has, refusal


@flow('creates campaign, ad set, creative and ad, and reads each back')
def creates_chain(meta):
    campaign = meta.campaign(name='Chain of the SDK')
    ad_set = meta.ad_set(campaign, daily_budget=4200)
    creative = meta.creative()
    ad = meta.ad(ad_set, creative)
    read = Campaign(campaign.get_id()).api_get(['name', 'objective', 'status', 'buying_type', 'account_id'])
    has(read, {
        'name': 'Chain of the SDK',
        'objective': 'OUTCOME_TRAFFIC',
        'status': 'PAUSED',
        'buying_type': 'AUCTION',
        'account_id': meta.account_id[len('act_'):],
    })
    read = AdSet(ad_set.get_id()).api_get(['campaign_id', 'daily_budget', 'optimization_goal', 'targeting'])
    has(read, {'campaign_id': campaign.get_id(), 'daily_budget': '4200', 'optimization_goal': 'LINK_CLICKS'})
    equal(read['targeting']['geo_locations']['countries'], ['US'], 'countries')
    read = AdCreative(creative.get_id()).api_get(['object_story_spec', 'effective_object_story_id'])
    equal(read['object_story_spec']['link_data']['link'], 'https://example.com/shop', 'link')
    read = Ad(ad.get_id()).api_get(['adset_id', 'campaign_id', 'creative', 'configured_status', 'effective_status'])
    has(read, {'adset_id': ad_set.get_id(), 'campaign_id': campaign.get_id(), 'configured_status': 'PAUSED'})
    equal(read['creative']['id'], creative.get_id(), 'creative')
    assert ad.get_id() in [child['id'] for child in campaign.get_ads(['id'])]


@flow('reads the new object in the call that creates it')
def read_after_write(meta):
    campaign = meta.account.create_campaign(['name', 'status', 'objective'], {
        'name': 'Read after write',
        'objective': 'OUTCOME_AWARENESS',
        'status': 'PAUSED',
        'special_ad_categories': [],
        'is_adset_budget_sharing_enabled': False,
    })
    has(campaign, {'name': 'Read after write', 'status': 'PAUSED', 'objective': 'OUTCOME_AWARENESS'})


@flow('changes name, budget and targeting of an ad set')
def updates(meta):
    ad_set = meta.ad_set(meta.campaign())
    changed = {'name': 'Renamed', 'daily_budget': 6500, 'targeting': {
        'geo_locations': {'countries': ['CA']}, 'targeting_automation': {'advantage_audience': 0},
    }}
    ad_set.api_update([], changed)
    read = ad_set.api_get(['name', 'daily_budget', 'targeting'])
    has(read, {'name': 'Renamed', 'daily_budget': '6500'})
    equal(read['targeting']['geo_locations']['countries'], ['CA'], 'countries')


@flow('shows on an ad that its campaign was paused')
def pauses(meta):
    campaign, ad_set, ad = meta.chain(status='ACTIVE')
    ad_set.api_update([], {'status': 'ACTIVE'})
    ad.api_update([], {'status': 'ACTIVE'})
    meta.control('POST', '/clock/advance', ms=2 * 3600 * 1000)
    equal(Ad(ad.get_id()).api_get(['effective_status'])['effective_status'], 'ACTIVE', 'after review')
    campaign.api_update([], {'status': Campaign.Status.paused})
    read = Ad(ad.get_id()).api_get(['configured_status', 'effective_status'])
    has(read, {'configured_status': 'ACTIVE', 'effective_status': 'CAMPAIGN_PAUSED'})


@flow('archives a campaign out of the default list and into a filtered one')
def archives(meta):
    campaign = meta.campaign()
    campaign.api_update([], {'status': Campaign.Status.archived})
    equal(Campaign(campaign.get_id()).api_get(['effective_status'])['effective_status'], 'ARCHIVED')
    shown = [row['id'] for row in meta.account.get_campaigns(['id'], {'limit': 500})]
    assert campaign.get_id() not in shown
    archived = meta.account.get_campaigns(['id'], {'effective_status': ['ARCHIVED'], 'limit': 500})
    assert campaign.get_id() in [row['id'] for row in archived]


@flow('deletes a campaign, which then only answers by its id')
def deletes(meta):
    campaign, ad_set, ad = meta.chain()
    # The SDK gives the parsed answer, without `success`.
    campaign.api_delete()
    read = Campaign(campaign.get_id()).api_get(['status', 'effective_status'])
    has(read, {'status': 'DELETED', 'effective_status': 'DELETED'})
    equal(Ad(ad.get_id()).api_get(['effective_status'])['effective_status'], 'DELETED', 'its ad')
    assert campaign.get_id() not in [row['id'] for row in meta.account.get_campaigns(['id'], {'limit': 500})]
    error = refusal(campaign.api_update, [], {'status': 'ACTIVE'})
    has({'code': error.api_error_code(), 'subcode': error.api_error_subcode()}, {'code': 100, 'subcode': 1487566})


@flow('refuses to list deleted campaigns, as the edge does')
def lists_no_deleted(meta):
    error = refusal(meta.account.get_campaigns, ['id'], {'effective_status': ['DELETED']})
    equal(error.api_error_subcode(), 1815001, 'subcode')


@flow('copies a campaign, an ad set and an ad')
def copies(meta):
    campaign, ad_set, ad = meta.chain()
    copied = campaign.create_copy([], {'status_option': 'PAUSED', 'rename_options': {'rename_suffix': ' again'}})
    copy = Campaign(copied['copied_campaign_id']).api_get(['name', 'status', 'source_campaign_id'])
    assert copy['name'].endswith(' again'), copy
    has(copy, {'status': 'PAUSED', 'source_campaign_id': campaign.get_id()})
    copied = ad_set.create_copy([], {'campaign_id': copy['id'], 'deep_copy': True, 'status_option': 'PAUSED'})
    copied_set = AdSet(copied['copied_adset_id']).api_get(['campaign_id', 'source_adset_id'])
    has(copied_set, {'campaign_id': copy['id'], 'source_adset_id': ad_set.get_id()})
    equal(len(AdSet(copied['copied_adset_id']).get_ads(['id'])), 1, 'ads of the deep copy')
    copied = ad.create_copy([], {'adset_id': ad_set.get_id(), 'status_option': 'PAUSED'})
    assert copied['copied_ad_id'] != ad.get_id()
    equal(len(ad_set.get_ads(['id'])), 2, 'ads after the copy')


@flow('refuses a deep copy of many objects in one call')
def copies_too_much(meta):
    big = next(c for c in meta.account.get_campaigns(['id'], {'limit': 50}) if len(c.get_ads(['id'])) > 3)
    error = refusal(big.create_copy, [], {'deep_copy': True})
    equal(error.api_error_subcode(), 1885194, 'subcode')


@flow('validates without creating')
def validates(meta):
    before = meta.account.get_campaigns(['id'], {'limit': 1}).total()
    meta.campaign(execution_options=['validate_only'])
    equal(meta.account.get_campaigns(['id'], {'limit': 1}).total(), before, 'campaigns')
    error = refusal(meta.campaign, execution_options=['validate_only'], objective='LINK_CLICKS')
    equal(error.api_error_code(), 100, 'code')


@flow('labels campaigns and finds them by label')
def labels(meta):
    label = meta.account.create_ad_label([], {'name': meta.name('label')})
    campaign = meta.campaign(adlabels=[{'id': label['id']}])
    equal(campaign.api_get(['adlabels'])['adlabels'][0]['id'], label['id'], 'label')
    found = meta.account.get_campaigns_by_labels(['id'], {'ad_label_ids': [label['id']], 'operator': 'ANY'})
    equal([row['id'] for row in found], [campaign.get_id()], 'found')
    assert label['id'] in [row['id'] for row in meta.account.get_ad_labels(['id', 'name'], {'limit': 100})]
    AdLabel(label['id']).api_delete()
    assert label['id'] not in [row['id'] for row in meta.account.get_ad_labels(['id'], {'limit': 100})]


@flow('tells minimum budgets by currency')
def minimum_budgets(meta):
    budgets = {row['currency']: row for row in meta.account.get_minimum_budgets()}
    has(budgets['USD'], {'min_daily_budget_imp': 100, 'min_daily_budget_low_freq': 4000})
    assert len(budgets) > 10
    return '%d currencies' % len(budgets)


@flow('changes the name and spending limit of an account, read in minor and written in major units')
def updates_account(meta):
    AdAccount(meta.spare_account_id).api_update([], {'name': 'Renamed by an SDK'})
    equal(AdAccount(meta.spare_account_id).api_get(['name'])['name'], 'Renamed by an SDK', 'name')
    meta.account.api_update([], {'spend_cap': '9000000.50'})
    has(meta.account.api_get(['spend_cap', 'currency']), {'currency': 'USD', 'spend_cap': '900000050'})
    meta.account.api_update([], {'spend_cap_action': 'delete'})
    equal(meta.account.api_get(['spend_cap'])['spend_cap'], '0', 'spend_cap')


@flow('keeps the content of a creative and lets its name change')
def creative_is_fixed(meta):
    creative = meta.creative()
    creative.api_update([], {'name': 'Another name'})
    equal(creative.api_get(['name'])['name'], 'Another name', 'name')
    error = refusal(creative.api_update, [], {'object_story_spec': {'page_id': '1', 'link_data': {}}})
    assert error.api_error_code() == 100, error


@flow('gives a paused set and its ads new states one by one')
def counts(meta):
    campaign, ad_set, ad = meta.chain()
    second = meta.ad(ad_set, meta.creative())
    equal({child['id'] for child in ad_set.get_ads(['id'])}, {ad.get_id(), second.get_id()}, 'ads')
    second.api_delete()
    equal([child['id'] for child in ad_set.get_ads(['id'])], [ad.get_id()], 'ads left')
    ad_set.api_delete()
    equal(len(campaign.get_ad_sets(['id'])), 0, 'ad sets left')


@flow('creates and changes a campaign the old way, by saving an object')
def saves(meta):
    campaign = Campaign(parent_id=meta.account_id)
    campaign.update({
        'name': 'Saved',
        'objective': 'OUTCOME_TRAFFIC',
        'special_ad_categories': [],
        'is_adset_budget_sharing_enabled': False,
    })
    campaign.remote_create(params={'status': 'PAUSED'})
    campaign['name'] = 'Saved again'
    campaign.remote_update()
    read = campaign.remote_read(fields=['name', 'status'])
    has(read, {'name': 'Saved again', 'status': 'PAUSED'})
    saved_id = campaign.get_id()
    campaign.remote_delete()
    equal(Campaign(saved_id).api_get(['status'])['status'], 'DELETED', 'status')


@flow('refuses to change the content of what was deleted but not to rename it')
def renames_deleted(meta):
    ad_set = meta.ad_set(meta.campaign())
    ad_set.api_delete()
    equal(refusal(ad_set.api_update, [], {'daily_budget': 7000}).api_error_subcode(), 1487056, 'subcode')
    ad_set.api_update([], {'name': 'Gone'})
    equal(ad_set.api_get(['name'])['name'], 'Gone', 'name')


@flow('lets the budget of an ad set change four times an hour')
def budget_changes(meta):
    ad_set = meta.ad_set(meta.campaign())
    for budget in (5100, 5200, 5300, 5400):
        ad_set.api_update([], {'daily_budget': budget})
    error = refusal(ad_set.api_update, [], {'daily_budget': 5500})
    equal((error.api_error_code(), error.api_error_subcode()), (613, 1487632), 'code')
    meta.control('POST', '/clock/advance', ms=61 * 60 * 1000)
    ad_set.api_update([], {'daily_budget': 5500})
    equal(ad_set.api_get(['daily_budget'])['daily_budget'], '5500', 'budget')


@flow('removes a label from an ad and finds ads by the one that is left')
def labels_of_ads(meta):
    first, second = (meta.account.create_ad_label([], {'name': meta.name('label')}) for _ in range(2))
    _, ad_set, ad = meta.chain()
    ad.create_ad_label([], {'adlabels': [{'id': first['id']}, {'id': second['id']}]})
    found = meta.account.get_ads_by_labels(['id'], {'ad_label_ids': [first['id'], second['id']], 'operator': 'ALL'})
    equal([row['id'] for row in found], [ad.get_id()], 'ads with both labels')
    ad_set.create_ad_label([], {'adlabels': [{'id': first['id']}]})
    ad_set.delete_ad_labels([], {'adlabels': [{'id': first['id']}]})
    equal(len(meta.account.get_ad_sets_by_labels(['id'], {'ad_label_ids': [first['id']]})), 0, 'ad sets')
