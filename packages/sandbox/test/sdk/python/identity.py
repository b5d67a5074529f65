"""Tokens, signatures, permissions."""

from facebook_business.adobjects.adaccount import AdAccount
from facebook_business.adobjects.page import Page
from facebook_business.adobjects.user import User

from harness import equal, flow, has, refusal


@flow('accepts calls signed with the app secret')
def signed(meta):
    api = meta.api_of(meta.access_token, meta.app_secret)
    assert AdAccount(meta.account_id, api=api).api_get(['name'])['name']


@flow('refuses calls signed with another secret')
def badly_signed(meta):
    api = meta.api_of(meta.access_token, 'not the secret')
    error = refusal(AdAccount(meta.account_id, api=api).api_get, ['name'])
    equal((error.api_error_code(), error.http_status()), (100, 400), 'code and status')
    equal(error.api_error_message(), 'Invalid appsecret_proof provided in the API argument', 'message')


@flow('refuses a token it does not know')
def unknown_token(meta):
    error = refusal(User('me', api=meta.api_of('EAABnonsense')).api_get, ['id'])
    has({'code': error.api_error_code(), 'type': error.api_error_type(), 'subcode': error.api_error_subcode()},
        {'code': 190, 'type': 'OAuthException', 'subcode': None})
    assert 'invalid_token' in error.http_headers()['www-authenticate'], error.http_headers()


@flow('says when a token has expired')
def expired_token(meta):
    meta.control('POST', '/faults', kind='expired_token', match={'path': meta.account_id}, count=1)
    error = refusal(meta.account.api_get, ['name'])
    equal((error.api_error_code(), error.api_error_subcode()), (190, 463), 'code')
    assert error.api_error_message().startswith('Error validating access token: Session has expired on '), error


@flow('tells which permissions were granted')
def permissions(meta):
    granted = {row['permission'] for row in User('me').get_permissions() if row['status'] == 'granted'}
    assert {'ads_read', 'ads_management'} <= granted, granted


@flow('tells what a token is worth')
def debug_token(meta):
    app_token = '%s|%s' % (meta.app_id, meta.app_secret)
    answer = meta.api_of(app_token).call('GET', ('debug_token',), {'input_token': meta.access_token}).json()['data']
    has(answer, {'app_id': meta.app_id, 'is_valid': True})
    assert 'ads_management' in answer['scopes']


@flow('shows a system user the accounts of its own tenant only')
def tenant(meta):
    own = meta.tenants[0]
    api = meta.api_of(own['accessToken'])
    equal({row['id'] for row in User('me', api=api).get_ad_accounts(['id'])}, set(own['accounts']), 'accounts')
    other = next(account for tenant in meta.tenants[1:] for account in tenant['accounts'])
    error = refusal(AdAccount(other, api=api).api_get, ['name'])
    equal((error.api_error_code(), error.http_status()), (200, 403), 'code and status')
    assert 'has NOT grant ads_management or ads_read permission' in error.api_error_message(), error


@flow('does not know an account that nobody has')
def unknown_account(meta):
    error = refusal(AdAccount('act_1').api_get, ['name'])
    equal((error.api_error_code(), error.api_error_subcode()), (100, 33), 'code')


@flow('lets a page speak for itself with its own token')
def page_token(meta):
    page = User('me').get_accounts(['id', 'name', 'access_token', 'tasks'])[0]
    own = Page('me', api=meta.api_of(page['access_token'])).api_get(['id', 'name'])
    equal((own['id'], own['name']), (page['id'], page['name']), 'page')


@flow('exchanges a token for a long-lived one and makes an app token')
def exchanges(meta):
    keys = {'client_id': meta.app_id, 'client_secret': meta.app_secret}
    asked = {**keys, 'grant_type': 'fb_exchange_token', 'fb_exchange_token': meta.access_token}
    longer = meta.api.call('GET', ('oauth', 'access_token'), asked).json()
    equal(longer['token_type'], 'bearer', 'token_type')
    assert User('me', api=meta.api_of(longer['access_token'])).api_get(['id'])['id']
    app = meta.api.call('GET', ('oauth', 'access_token'), {**keys, 'grant_type': 'client_credentials'}).json()
    answer = meta.api_of(app['access_token']).call('GET', ('debug_token',), {'input_token': longer['access_token']})
    has(answer.json()['data'], {'is_valid': True, 'app_id': meta.app_id})
    error = refusal(meta.api.call, 'GET', ('oauth', 'access_token'), {**asked, 'client_secret': 'wrong'})
    equal((error.api_error_code(), error.api_error_message()), (1, 'Error validating client secret.'), 'refusal')


@flow('subscribes an app to an account and ends it')
def subscribes(meta):
    meta.account.create_subscribed_app([], {'app_id': meta.app_id})
    equal([row['id'] for row in meta.account.get_subscribed_apps()], [meta.app_id], 'apps')
    meta.account.delete_subscribed_apps([], {'app_id': meta.app_id})
    equal(len(meta.account.get_subscribed_apps()), 0, 'apps')
