"""Tokens, signatures, permissions."""

from facebook_business.adobjects.adaccount import AdAccount
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


@flow('keeps the accounts of others out of sight')
def foreign_account(meta):
    error = refusal(AdAccount('act_1').api_get, ['name'])
    assert error.api_error_code() in (100, 200), error
