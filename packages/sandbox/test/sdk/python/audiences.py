"""Audiences, pixels, targeting search and estimates."""

from facebook_business.adobjects.adspixel import AdsPixel
from facebook_business.adobjects.customaudience import CustomAudience
from facebook_business.adobjects.targetingsearch import TargetingSearch

from harness import TARGETING, equal, flow, has, refusal

SOURCE = 'USER_PROVIDED_ONLY'


def custom_audience(meta, **changes):
    return meta.account.create_custom_audience([], {
        'name': meta.name('audience'),
        'subtype': CustomAudience.Subtype.custom,
        'customer_file_source': SOURCE,
        **changes,
    })


@flow('fills a custom audience with hashed addresses and takes some out again')
def fills(meta):
    audience = custom_audience(meta, description='Buyers')
    people = ['person%d@example.com' % index for index in range(30)]
    reply = audience.add_users(CustomAudience.Schema.email_hash, people).json()
    has(reply, {'audience_id': audience.get_id(), 'num_received': 30, 'num_invalid_entries': 0})
    reply = audience.remove_users(CustomAudience.Schema.email_hash, people[:10]).json()
    has(reply, {'num_received': 10, 'num_invalid_entries': 0})
    read = audience.api_get(['name', 'subtype', 'description', 'operation_status', 'approximate_count_lower_bound'])
    has(read, {'subtype': 'CUSTOM', 'description': 'Buyers'})
    assert 'code' in read['operation_status'], read
    assert audience.get_id() in [row['id'] for row in meta.account.get_custom_audiences(['id'], {'limit': 100})]


@flow('counts people with several keys in a session of uploads')
def fills_in_session(meta):
    audience = custom_audience(meta)
    keys = CustomAudience.Schema.MultiKeySchema
    session = {'session_id': 9778993, 'batch_seq': 1, 'last_batch_flag': True, 'estimated_num_total': 2}
    people = [['Ada', 'Lovelace', 'ada@example.com'], ['Alan', 'Turing', 'alan@example.com']]
    reply = audience.add_users([keys.fn, keys.ln, keys.email], people, is_raw=True, session=session).json()
    has(reply, {'num_received': 2, 'num_invalid_entries': 0, 'session_id': '9778993'})


@flow('notices addresses that are no hashes')
def notices_unhashed(meta):
    audience = custom_audience(meta)
    reply = audience.add_users(CustomAudience.Schema.email_hash, ['nobody@example.com'], pre_hashed=True).json()
    equal(reply['num_invalid_entries'], 1, 'invalid entries')


@flow('makes a lookalike of an audience')
def lookalike(meta):
    origin = custom_audience(meta)
    origin.add_users(CustomAudience.Schema.email_hash, ['p%d@example.com' % index for index in range(200)])
    twin = meta.account.create_custom_audience([], {
        'name': meta.name('lookalike'),
        'subtype': CustomAudience.Subtype.lookalike,
        'origin_audience_id': origin.get_id(),
        'lookalike_spec': {'type': 'similarity', 'country': 'US', 'ratio': 0.01},
    })
    read = twin.api_get(['subtype', 'lookalike_spec'])
    equal(read['subtype'], 'LOOKALIKE', 'subtype')
    equal(read['lookalike_spec']['country'], 'US', 'country')


@flow('renames and deletes an audience')
def deletes(meta):
    audience = custom_audience(meta)
    audience.api_update([], {'name': 'Another name'})
    equal(audience.api_get(['name'])['name'], 'Another name', 'name')
    audience.api_delete()
    assert audience.get_id() not in [row['id'] for row in meta.account.get_custom_audiences(['id'], {'limit': 100})]


@flow('targets a custom audience in an ad set')
def targets(meta):
    audience = custom_audience(meta)
    ad_set = meta.ad_set(meta.campaign(), targeting={**TARGETING, 'custom_audiences': [{'id': audience.get_id()}]})
    read = ad_set.api_get(['targeting'])
    equal(read['targeting']['custom_audiences'][0]['id'], audience.get_id(), 'audience')


@flow('lists saved audiences with their targeting')
def saved(meta):
    audiences = list(meta.account.get_saved_audiences(['id', 'name', 'targeting']))
    assert audiences and all(audience['targeting'] for audience in audiences), audiences
    return '%d saved audiences' % len(audiences)


@flow('makes a saved audience with a plain call, since the SDK has no method for it')
def saves(meta):
    made = meta.api.call('POST', (meta.account_id, 'saved_audiences'), {
        'name': meta.name('saved audience'), 'targeting': TARGETING,
    }).json()
    assert made['id'] in [row['id'] for row in meta.account.get_saved_audiences(['id'], {'limit': 100})]


@flow('lists pixels and reads the code of one')
def pixels(meta):
    found = list(meta.account.get_ads_pixels(['id', 'name', 'code', 'creation_time']))
    assert found and 'fbq(' in found[0]['code'], found
    renamed = AdsPixel(found[0]['id'])
    renamed.api_update([], {'name': 'Shop pixel'})
    equal(renamed.api_get(['name'])['name'], 'Shop pixel', 'name')


@flow('refuses a second pixel of one account')
def second_pixel(meta):
    error = refusal(meta.account.create_ads_pixel, [], {'name': 'Another'})
    assert error.api_error_code() in (6200, 6202), error


@flow('searches interests, places and languages')
def searches(meta):
    interests = TargetingSearch.search({'q': 'base', 'type': TargetingSearch.TargetingSearchTypes.interest})
    assert interests and all(interest['id'].isdigit() for interest in interests), interests
    places = TargetingSearch.search({
        'q': 'cali', 'type': TargetingSearch.TargetingSearchTypes.geolocation, 'location_types': ['region'],
    })
    assert any(place['name'] == 'California' and place['type'] == 'region' for place in places), places
    languages = TargetingSearch.search({'q': 'dan', 'type': TargetingSearch.TargetingSearchTypes.locale})
    assert any(isinstance(language['key'], int) for language in languages), languages
    meta_data = TargetingSearch.search({
        'type': TargetingSearch.TargetingSearchTypes.geometadata, 'countries': ['US', 'DE'],
    })
    assert meta_data


@flow('searches targeting on the account edge')
def searches_account(meta):
    found = list(meta.account.get_targeting_search(['id', 'name', 'type', 'path'], {'q': 'base'}))
    assert found and all(item['name'] for item in found), found


@flow('estimates reach and delivery')
def estimates(meta):
    reach = meta.account.get_reach_estimate([], {'targeting_spec': TARGETING})[0]
    assert reach['users_upper_bound'] >= reach['users_lower_bound'] > 0, reach
    delivery = meta.account.get_delivery_estimate([], {'targeting_spec': TARGETING, 'optimization_goal': 'REACH'})[0]
    assert delivery['estimate_ready'] is True and delivery['estimate_mau_upper_bound'] > 0, delivery


@flow('sends conversion events to a pixel')
def events(meta):
    pixel = meta.account.get_ads_pixels(['id'])[0]
    reply = meta.api.call('POST', (pixel['id'], 'events'), {'data': [{
        'event_name': 'Purchase',
        'event_time': 1795435200,
        'action_source': 'website',
        'event_source_url': 'https://example.com/thanks',
        'user_data': {'em': ['f660ab912ec121d1b1e928a0bb4bc61b15f5ad44d5efdc4e1c92a25e99b8e44a']},
        'custom_data': {'currency': 'USD', 'value': 12.5},
    }]}).json()
    equal(reply['events_received'], 1, 'events')
