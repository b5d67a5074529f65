"""Lists, pages, expansion, filters, summaries, several ids at once, ETags."""

import inspect

from facebook_business.adobjects.ad import Ad
from facebook_business.adobjects.adset import AdSet
from facebook_business.adobjects.business import Business
from facebook_business.adobjects.campaign import Campaign
from facebook_business.adobjects.user import User
from facebook_business.exceptions import FacebookRequestError

from harness import equal, flow


@flow('reads the person behind the token')
def reads_me(meta):
    me = User('me').api_get(['id', 'name'])
    assert me['id'].isdigit() and me['name'], me
    return me['name']


@flow('lists ad accounts page by page, each once')
def lists_accounts(meta):
    cursor = User('me').get_ad_accounts(['account_id', 'name', 'currency'], {'limit': 2})
    equal(len(cursor), 2, 'first page')
    accounts = list(cursor)
    ids = [account['id'] for account in accounts]
    assert len(ids) > 2 and len(set(ids)) == len(ids), ids
    assert all(account['id'] == 'act_' + account['account_id'] for account in accounts)
    assert meta.account_id in ids
    return '%d accounts' % len(ids)


@flow('lists the pages of a person with tokens of their own')
def lists_pages(meta):
    pages = list(User('me').get_accounts(['id', 'name', 'access_token']))
    assert pages and all(page['name'] and page['access_token'] for page in pages), pages
    return '%d pages' % len(pages)


@flow('reads an ad account')
def reads_account(meta):
    account = meta.account.api_get(['name', 'account_status', 'currency', 'timezone_name', 'amount_spent', 'business'])
    equal(account['account_status'], 1, 'account_status')
    assert len(account['currency']) == 3 and '/' in account['timezone_name'], account
    # Counts of minor units, as text.
    assert account['amount_spent'].isdigit(), account
    assert account['business']['id'].isdigit()
    return account['name']


@flow('lists campaigns over several pages and counts them')
def lists_campaigns(meta):
    cursor = meta.account.get_campaigns(['id', 'name', 'objective'], {'limit': 4})
    pages = 1
    rows = [cursor[index] for index in range(len(cursor))]
    while cursor.load_next_page():
        pages += 1
        rows += [cursor[index] for index in range(len(cursor))]
    equal(cursor.total(), len(rows), 'total_count')
    assert pages > 1 and len({row['id'] for row in rows}) == len(rows)
    return '%d campaigns on %d pages' % (len(rows), pages)


@flow('expands nested edges with limits of their own')
def expands(meta):
    fields = ['id', 'name', 'adsets.limit(2){id,name,ads.limit(1){id,name,creative{id,name}}}']
    campaigns = list(meta.account.get_campaigns(fields, {'limit': 5}))
    ad_sets = [ad_set for campaign in campaigns for ad_set in campaign.get('adsets', [])]
    assert ad_sets and all(isinstance(ad_set, AdSet) for ad_set in ad_sets), ad_sets
    assert all(len(campaign.get('adsets', [])) <= 2 for campaign in campaigns)
    # The SDK parses one level below; what is nested deeper stays JSON or becomes ads.
    ads = [ad for ad_set in ad_sets for ad in ad_set.get('ads', [])]
    assert ads and all(ad['creative']['id'] for ad in ads), ads
    return '%d ad sets, %d ads' % (len(ad_sets), len(ads))


@flow('gives one edge twice under other names')
def aliases(meta):
    campaign = meta.account.get_campaigns(['id'], {'limit': 1})[0]
    fields = (
        'insights.date_preset(last_7d).as(week){spend},insights.date_preset(last_30d).as(month){spend}'
    )
    answer = meta.api.call('GET', (campaign['id'],), {'fields': fields}).json()
    week, month = (float(answer[name]['data'][0]['spend']) for name in ('week', 'month'))
    assert 0 < week < month, answer
    return 'week %s of month %s' % (week, month)


@flow('filters by name and by effective status')
def filters(meta):
    some = meta.account.get_campaigns(['name', 'effective_status'], {'limit': 1})[0]
    by_name = meta.account.get_campaigns(
        ['name'], {'filtering': [{'field': 'name', 'operator': 'CONTAIN', 'value': some['name']}]}
    )
    assert some['id'] in [campaign['id'] for campaign in by_name]
    active = list(meta.account.get_ads(['effective_status'], {'effective_status': ['ACTIVE'], 'limit': 200}))
    equal({ad['effective_status'] for ad in active}, {'ACTIVE'}, 'effective_status')
    paused = list(meta.account.get_ads(['effective_status'], {
        'filtering': [{'field': 'ad.effective_status', 'operator': 'IN', 'value': ['PAUSED', 'CAMPAIGN_PAUSED']}],
    }))
    assert not {ad['id'] for ad in active} & {ad['id'] for ad in paused}
    return '%d active' % len(active)


@flow('sums the results of a list in its summary')
def summarises(meta):
    cursor = meta.account.get_ads(['id'], {'limit': 1, 'summary': 'total_count,insights.date_preset(last_7d){spend}'})
    summary = cursor.summary()
    assert '"total_count"' in summary and '"spend"' in summary, summary
    assert cursor.total() > 1


@flow('reads several objects by their ids in one call')
def reads_ids(meta):
    ids = [campaign['id'] for campaign in meta.account.get_campaigns(['id'], {'limit': 3})]
    campaigns = Campaign.get_by_ids(ids, fields=['name', 'objective'])
    equal(sorted(campaign['id'] for campaign in campaigns), sorted(ids), 'ids')
    assert all(campaign['name'] for campaign in campaigns)
    keyed = meta.api.call('GET', ('',), {'ids': ','.join(ids), 'fields': 'id,name'}).json()
    equal(sorted(keyed), sorted(ids), 'keys')


@flow('fails a read of several ids when one is unknown')
def refuses_unknown_id(meta):
    some = meta.account.get_campaigns(['id'], {'limit': 1})[0]
    try:
        Campaign.get_by_ids([some['id'], '123'], fields=['name'])
    except FacebookRequestError as error:
        assert error.api_error_code() in (100, 803), error
    else:
        raise AssertionError('an unknown id was answered')


@flow('walks from an ad to its ad set, campaign and creative')
def walks(meta):
    ad = meta.account.get_ads(['adset_id', 'campaign_id', 'creative'], {'limit': 1})[0]
    ad_set = AdSet(ad['adset_id']).api_get(['campaign_id', 'targeting', 'daily_budget'])
    equal(ad_set['campaign_id'], ad['campaign_id'], 'campaign of the ad set')
    assert ad_set['targeting']['geo_locations']
    own = [child['id'] for child in AdSet(ad['adset_id']).get_ads(['id'])]
    assert ad['id'] in own
    above = Campaign(ad['campaign_id']).get_ad_sets(['id'])
    assert ad['adset_id'] in [child['id'] for child in above]
    creatives = Ad(ad['id']).get_ad_creatives(['id', 'object_story_spec'])
    equal(creatives[0]['id'], ad['creative']['id'], 'creative')


@flow('answers 304 to a known ETag, which counts as success')
def etag(meta):
    first = meta.api.call('GET', (meta.account_id,), {'fields': 'name'})
    assert first.etag(), first.headers()
    again = meta.api.call('GET', (meta.account_id,), {'fields': 'name'}, headers={'If-None-Match': first.etag()})
    equal(again.status(), 304, 'status')
    assert again.is_success() and again.body() == ''


@flow('gives dates as numbers on request')
def dates(meta):
    path, fields = (meta.account_id, 'campaigns'), {'fields': 'created_time', 'limit': 1}
    iso = meta.api.call('GET', path, fields).json()['data'][0]['created_time']
    unix = meta.api.call('GET', path, {**fields, 'date_format': 'U'}).json()['data'][0]['created_time']
    assert 'T' in iso and str(unix).isdigit(), (iso, unix)


@flow('lists the businesses of a person and the accounts they own')
def businesses(meta):
    business = User('me').get_businesses(['id', 'name'])[0]
    owned = list(Business(business['id']).get_owned_ad_accounts(['id', 'name', 'currency']))
    assert owned and all(account['id'].startswith('act_') for account in owned)
    mine = {account['id'] for account in User('me').get_ad_accounts(['id'])}
    assert {account['id'] for account in owned} <= mine
    return '%d accounts of %s' % (len(owned), business['name'])


@flow('tells what a quota has left on every read of an account')
def usage_headers(meta):
    cursor = meta.account.get_campaigns(['id'], {'limit': 1})
    headers = cursor.headers()
    digits = meta.account_id[len('act_'):]
    assert digits in headers['x-business-use-case-usage'], headers
    assert 'acc_id_util_pct' in headers['x-ad-account-usage'], headers


@flow('lists only what changed since a moment')
def updated_since(meta):
    now = meta.api.call('GET', (meta.account_id, 'ads'), {'fields': 'updated_time', 'date_format': 'U', 'limit': 200})
    times = sorted(int(row['updated_time']) for row in now.json()['data'])
    middle = times[len(times) // 2]
    params = {'filtering': [{'field': 'ad.updated_time', 'operator': 'GREATER_THAN', 'value': middle}], 'limit': 200}
    newer = list(meta.account.get_ads(['updated_time'], params))
    equal(len(newer), len([time for time in times if time > middle]), 'ads changed since')


@flow('tells who did what in an account')
def activities(meta):
    campaign = meta.campaign()
    rows = list(meta.account.get_activities(['event_type', 'object_id', 'event_time'], {'limit': 50}))
    assert campaign.get_id() in [row['object_id'] for row in rows], rows[:2]
    volume = meta.account.get_ads_volume()
    assert volume[0]['ads_running_or_in_review_count'] > 0, volume


@flow('answers every edge of the ads objects that the SDK can read, or says which parameter it misses')
def every_edge(meta):
    ad = meta.account.get_ads(['adset_id', 'campaign_id'], {'limit': 1})[0]
    read, refused = 0, []
    for node in (meta.account, Campaign(ad['campaign_id']), AdSet(ad['adset_id']), Ad(ad['id'])):
        for name, method in inspect.getmembers(node, inspect.ismethod):
            if not name.startswith('get_') or 'pending' not in inspect.signature(method).parameters:
                continue
            try:
                method()
                read += 1
            except FacebookRequestError as error:
                assert error.http_status() == 400 and 'is required' in error.api_error_message(), (name, error)
                refused.append(name)
    assert read > 80, read
    return '%d read; without its parameter: %s' % (read, ', '.join(refused))


@flow('answers every field of the ads objects that the SDK can ask for, or says that it does not exist')
def every_field(meta):
    ad = meta.account.get_ads(['adset_id', 'campaign_id'], {'limit': 1})[0]
    read, refused = 0, []
    for node in (meta.account, Campaign(ad['campaign_id']), AdSet(ad['adset_id']), Ad(ad['id'])):
        fields = [field for name, field in vars(type(node).Field).items() if not name.startswith('_')]
        for field in fields:
            try:
                type(node)(node['id']).api_get([field])
                read += 1
            # The SDK lists what can only be written beside what can be read.
            except FacebookRequestError as error:
                assert 'Tried accessing nonexisting field (%s)' % field in error.api_error_message(), (field, error)
                refused.append(field)
    assert read > 200 and len(refused) < 30, (read, refused)
    return '%d fields; not to be read: %s' % (read, ', '.join(refused))
