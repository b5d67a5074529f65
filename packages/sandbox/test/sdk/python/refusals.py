"""What the SDK's error class makes of the sandbox's refusals."""

from facebook_business.adobjects.adaccount import AdAccount
from facebook_business.adobjects.campaign import Campaign
from facebook_business.adobjects.user import User
from facebook_business.exceptions import FacebookRequestError

from harness import equal, flow, has, refusal


@flow('names a field that does not exist')
def unknown_field(meta):
    error = refusal(meta.account.api_get, ['name', 'nonsense'])
    has(facts(error), {'status': 400, 'code': 100, 'type': 'OAuthException', 'transient': False})
    equal(error.api_error_message(), '(#100) Tried accessing nonexisting field (nonsense) on node type (AdAccount)')
    assert error.body()['error']['fbtrace_id']


@flow('does not know an object')
def unknown_object(meta):
    for method, verb in ((Campaign('123').api_get, 'get'), (Campaign('123').api_delete, 'delete')):
        error = refusal(method)
        has(facts(error), {'status': 400, 'code': 100, 'subcode': 33, 'type': 'GraphMethodException'})
        assert error.api_error_message().startswith("Unsupported %s request. Object with ID '123' does not exist" % verb)


@flow('explains a budget that is too low to the person and blames the field')
def budget(meta):
    campaign = meta.campaign()
    error = refusal(meta.ad_set, campaign, daily_budget=1)
    has(facts(error), {'status': 400, 'code': 100, 'subcode': 1885272})
    equal(error.api_error_message(), 'Invalid parameter', 'message')
    said = error.body()['error']
    equal(said['error_user_title'], 'Budget Is Too Low', 'title')
    assert said['error_user_msg'].startswith('The budget for this ad set must be at least '), said
    equal(error.api_blame_field_specs(), [['daily_budget']], 'blame')


@flow('explains a goal that does not fit its objective')
def goal(meta):
    error = refusal(meta.ad_set, meta.campaign(), optimization_goal='APP_INSTALLS')
    equal(error.api_error_subcode(), 2490408, 'subcode')
    equal(error.api_blame_field_specs(), [['optimization_goal']], 'blame')


@flow('lists what an enum allows')
def enum(meta):
    error = refusal(meta.campaign, status='SLEEPING')
    has(facts(error), {'code': 100, 'type': 'OAuthException'})
    assert 'status must be one of {' in error.api_error_message(), error
    assert 'SLEEPING' in error.api_error_message()


@flow('names a parameter that is missing')
def missing(meta):
    error = refusal(meta.account.create_campaign, [], {'objective': 'OUTCOME_TRAFFIC', 'status': 'PAUSED'})
    equal(error.api_error_code(), 100, 'code')
    assert 'is required' in error.api_error_message(), error


@flow('marks passing trouble as transient')
def transient(meta):
    meta.control('POST', '/faults', kind='server_error', status=503, match={'path': meta.account_id}, count=1)
    error = refusal(meta.account.api_get, ['name'])
    has(facts(error), {'status': 503, 'code': 2, 'transient': True})
    assert meta.account.api_get(['name'])['name']


@flow('survives a gateway that answers HTML')
def html(meta):
    meta.control('POST', '/faults', kind='html', status=502, match={'path': meta.account_id}, count=1)
    try:
        meta.account.api_get(['name'])
        raise AssertionError('an HTML page was taken for an answer')
    except FacebookRequestError as error:
        equal((error.http_status(), error.api_error_code()), (502, None), 'status and code')
    # The SDK calls the page a success when it does not say "Service Unavailable" and then trips over it.
    except TypeError as error:
        return 'the SDK took the page for JSON: %s' % error
    except AttributeError as error:
        return 'the SDK took the page for JSON: %s' % error


@flow('does not know a version or an edge')
def paths(meta):
    error = refusal(meta.api_of(meta.access_token, version='v99.0').call, 'GET', (meta.account_id,))
    equal(error.api_error_code(), 2500, 'code of the version')
    error = refusal(meta.api.call, 'GET', (meta.account_id, 'nonsense'))
    equal((error.api_error_code(), error.api_error_message()), (2500, 'Unknown path components: /nonsense'))


@flow('throttles a busy development app and lets it go on after five minutes')
def throttled(meta):
    # One that no other flow has used up in part.
    account = next(row for row in User('me').get_ad_accounts(['id']) if row['id'] not in meta.used_accounts)
    meta.control('POST', '/quotas/tier', tier='development')
    try:
        calls, error = exhaust(account)
        has(facts(error), {'status': 400, 'code': 17, 'subcode': 2446079, 'transient': False})
        said = error.body()['error']
        equal(said['error_user_title'], 'Ad Account Has Too Many API Calls', 'title')
        assert '"acc_id_util_pct":100' in error.http_headers()['x-ad-account-usage'], error.http_headers()
        equal(refusal(account.api_get, ['name']).api_error_code(), 17, 'code while blocked')
        meta.control('POST', '/clock/advance', ms=301_000)
        assert account.api_get(['name'])['name']
    finally:
        meta.control('POST', '/quotas/tier', tier='lenient')
    return 'refused after %d reads' % calls


def exhaust(account):
    for calls in range(200):
        try:
            account.api_get(['name'])
        except FacebookRequestError as error:
            # A score of 60, one point a read.
            equal(calls, 60, 'reads until it was full')
            return calls, error
    raise AssertionError('200 reads were answered')


def facts(error):
    return {
        'status': error.http_status(),
        'code': error.api_error_code(),
        'subcode': error.api_error_subcode(),
        'type': error.api_error_type(),
        'transient': error.api_transient_error(),
    }
