"""What the flows share: how one is declared, what it is given, how it makes objects and expects refusals."""

import itertools
import json
import urllib.request

from facebook_business.adobjects.adaccount import AdAccount
from facebook_business.api import FacebookAdsApi
from facebook_business.exceptions import FacebookRequestError
from facebook_business.session import FacebookSession

FLOWS = {}


def flow(name):
    """Declares a flow; its name is a sentence about what the sandbox does for the SDK."""

    def declare(run):
        if name in FLOWS:
            raise ValueError('Two flows are called "%s".' % name)
        FLOWS[name] = run
        return run

    return declare


class Meta:
    """The sandbox as a program of a stranger sees it: an SDK session, one ad account and the keys of the app."""

    def __init__(self, settings):
        # The only thing changed in the SDK: where Graph is.
        FacebookSession.GRAPH = settings['url']
        self.access_token = settings['accessToken']
        self.app_id = settings['appId']
        self.app_secret = settings['appSecret']
        self.control_url = settings['controlUrl']
        self.tenants = settings['tenants']
        accounts = settings['accounts']
        # In dollars, since flows name budgets.
        self.account_id = next(account['id'] for account in accounts if account['currency'] == 'USD')
        # For flows that change a whole account.
        self.spare_account_id = [account['id'] for account in accounts if account['id'] != self.account_id][-1]
        self.used_accounts = (self.account_id, self.spare_account_id)
        self._serial = itertools.count(1)
        self.use_default_api()

    def use_default_api(self):
        """What a program does once at its start. Each flow begins with it, since some flows sign in differently."""
        self.api = FacebookAdsApi.init(
            self.app_id, self.app_secret, self.access_token, self.account_id, crash_log=False
        )
        self.account = AdAccount(self.account_id)

    def api_of(self, token, secret=None, version=None):
        """Another session beside the default one."""
        return FacebookAdsApi(FacebookSession(self.app_id, secret, token), version)

    def name(self, what):
        return 'SDK %s %d' % (what, next(self._serial))

    def control(self, method, path, **body):
        """The sandbox's own control API: faults, clock, quotas."""
        request = urllib.request.Request(
            self.control_url + path,
            method=method,
            data=json.dumps(body).encode() if method == 'POST' else None,
            headers={'content-type': 'application/json'},
        )
        with urllib.request.urlopen(request) as response:
            return json.load(response)

    def page_id(self):
        """The page this account advertises for, as its ads say."""
        creative = self.account.get_ad_creatives(['object_story_spec'], {'limit': 1})[0]
        return creative['object_story_spec']['page_id']

    def campaign(self, **changes):
        return self.account.create_campaign([], {
            'name': self.name('campaign'),
            'objective': 'OUTCOME_TRAFFIC',
            'status': 'PAUSED',
            'special_ad_categories': [],
            'is_adset_budget_sharing_enabled': False,
            **changes,
        })

    def ad_set(self, campaign, **changes):
        return self.account.create_ad_set([], {
            'name': self.name('ad set'),
            'campaign_id': campaign.get_id(),
            'status': 'PAUSED',
            'daily_budget': 5000,
            'billing_event': 'IMPRESSIONS',
            'optimization_goal': 'LINK_CLICKS',
            'bid_strategy': 'LOWEST_COST_WITHOUT_CAP',
            'targeting': TARGETING,
            **changes,
        })

    def creative(self, **changes):
        return self.account.create_ad_creative([], {
            'name': self.name('creative'),
            'object_story_spec': {
                'page_id': self.page_id(),
                'link_data': {'link': 'https://example.com/shop', 'message': 'Now in all sizes'},
            },
            **changes,
        })

    def ad(self, ad_set, creative, **changes):
        return self.account.create_ad([], {
            'name': self.name('ad'),
            'adset_id': ad_set.get_id(),
            'creative': {'creative_id': creative.get_id()},
            'status': 'PAUSED',
            **changes,
        })

    def chain(self, **campaign):
        """A campaign with one ad set and one ad."""
        top = self.campaign(**campaign)
        middle = self.ad_set(top)
        return top, middle, self.ad(middle, self.creative())


TARGETING = {'geo_locations': {'countries': ['US']}, 'targeting_automation': {'advantage_audience': 0}}


def refusal(call, *args, **kwargs):
    """The error that the SDK raises for a call."""
    try:
        answer = call(*args, **kwargs)
    except FacebookRequestError as error:
        return error
    raise AssertionError('was answered instead of refused: %r' % (answer,))


def equal(actual, wanted, what='value'):
    assert actual == wanted, '%s is %r, not %r' % (what, actual, wanted)


def has(mapping, wanted, what='answer'):
    """All wanted entries are there; others may be too."""
    for key, value in wanted.items():
        equal(mapping.get(key), value, '%s[%s]' % (what, key))
