"""Insights: synchronous, asynchronous, by breakdown, attribution window and period; what cannot be asked."""

import json
import time
from collections import Counter
from decimal import Decimal

from facebook_business.adobjects.adreportrun import AdReportRun
from facebook_business.adobjects.campaign import Campaign

from harness import equal, flow, refusal

WEEK = {'since': '2026-11-09', 'until': '2026-11-15'}
DELIVERY = [
    'active', 'archived', 'completed', 'limited', 'not_delivering', 'deleted', 'not_published', 'pending_review',
    'permanently_deleted', 'recently_completed', 'recently_rejected', 'rejected', 'scheduled', 'inactive',
]


def total(rows, field):
    return sum(Decimal(row.get(field, '0')) for row in rows)


@flow('reads the results of an account')
def account_insights(meta):
    row = meta.account.get_insights(['impressions', 'clicks', 'spend', 'reach', 'ctr'], {'time_range': WEEK})[0]
    equal((row['date_start'], row['date_stop']), (WEEK['since'], WEEK['until']), 'period')
    assert int(row['impressions']) >= int(row['reach']) > 0
    # Numbers are text on this edge.
    assert isinstance(row['spend'], str) and abs(
        Decimal(row['ctr']) - 100 * Decimal(row['clicks']) / Decimal(row['impressions'])
    ) < Decimal('0.001'), row
    return row['spend']


@flow('gives daily rows that add up to the week, except reach')
def daily(meta):
    fields = ['impressions', 'spend', 'reach']
    week = meta.account.get_insights(fields, {'time_range': WEEK})[0]
    days = list(meta.account.get_insights(fields, {'time_range': WEEK, 'time_increment': 1}))
    equal(len(days), 7, 'days')
    equal(total(days, 'impressions'), Decimal(week['impressions']), 'impressions')
    equal(total(days, 'spend'), Decimal(week['spend']), 'spend')
    assert total(days, 'reach') > Decimal(week['reach'])


@flow('gives rows of every ad over several pages that add up to the account, ads of the past on request')
def by_ad(meta):
    params = {'level': 'ad', 'time_range': WEEK, 'limit': 20}
    cursor = meta.account.get_insights(['ad_id', 'spend'], params)
    equal(len(cursor), 20, 'rows of the first page')
    live = list(cursor)
    equal(len({row['ad_id'] for row in live}), len(live), 'rows of different ads')
    # What connectors send to see archived and deleted ads too.
    ever = {'field': 'ad.delivery_info', 'operator': 'IN', 'value': DELIVERY}
    rows = list(meta.account.get_insights(['ad_id', 'spend'], {**params, 'filtering': [ever]}))
    account = meta.account.get_insights(['spend'], {'time_range': WEEK})[0]
    equal(total(rows, 'spend'), Decimal(account['spend']), 'spend')
    assert {row['ad_id'] for row in live} < {row['ad_id'] for row in rows}
    return '%d rows, %d with ads of the past' % (len(live), len(rows))


@flow('splits by age and gender without losing anything')
def age_gender(meta):
    fields = ['impressions', 'spend']
    rows = list(meta.account.get_insights(fields, {'time_range': WEEK, 'breakdowns': ['age', 'gender'], 'limit': 500}))
    whole = meta.account.get_insights(fields, {'time_range': WEEK})[0]
    assert {'male', 'female'} <= {row['gender'] for row in rows} and '25-34' in {row['age'] for row in rows}
    equal(total(rows, 'impressions'), Decimal(whole['impressions']), 'impressions')
    equal(total(rows, 'spend'), Decimal(whole['spend']), 'spend')


@flow('splits by placement')
def placement(meta):
    breakdowns = ['publisher_platform', 'platform_position', 'impression_device']
    rows = list(meta.account.get_insights(['impressions'], {'time_range': WEEK, 'breakdowns': breakdowns, 'limit': 500}))
    assert {'facebook', 'instagram'} <= {row['publisher_platform'] for row in rows}
    assert all(row['platform_position'] and row['impression_device'] for row in rows)


@flow('splits by hour of the day')
def hourly(meta):
    breakdown = 'hourly_stats_aggregated_by_advertiser_time_zone'
    rows = list(meta.account.get_insights(['impressions'], {'time_range': WEEK, 'breakdowns': [breakdown], 'limit': 50}))
    whole = meta.account.get_insights(['impressions'], {'time_range': WEEK})[0]
    assert '00:00:00 - 00:59:59' in {row[breakdown] for row in rows}
    equal(total(rows, 'impressions'), Decimal(whole['impressions']), 'impressions')


@flow('refuses breakdowns that do not go together')
def bad_breakdowns(meta):
    error = refusal(meta.account.get_insights, ['spend'], {'breakdowns': ['age', 'country', 'region', 'dma']})
    pair = (error.api_error_code(), error.api_error_subcode())
    assert pair in ((100, None), (2, 1504041)), pair
    return error.api_error_message()


@flow('counts actions by attribution window')
def windows(meta):
    rows = list(meta.account.get_insights(['actions', 'spend'], {
        'time_range': WEEK, 'level': 'campaign', 'action_attribution_windows': ['1d_click', '7d_click', '1d_view'],
    }))
    actions = [action for row in rows for action in row.get('actions', [])]
    assert actions and {'1d_click', '7d_click'} <= {key for action in actions for key in action}, actions[:2]
    assert all(float(action.get('1d_click', 0)) <= float(action.get('7d_click', 0)) for action in actions)


@flow('keeps to the periods asked for: weeks, months, several ranges')
def periods(meta):
    weeks = list(meta.account.get_insights(['spend'], {
        'time_range': {'since': '2026-10-26', 'until': '2026-11-15'}, 'time_increment': 7,
    }))
    equal([row['date_start'] for row in weeks], ['2026-10-26', '2026-11-02', '2026-11-09'], 'weeks')
    months = list(meta.account.get_insights(['spend'], {
        'time_range': {'since': '2026-09-01', 'until': '2026-10-31'}, 'time_increment': 'monthly',
    }))
    equal([row['date_stop'] for row in months], ['2026-09-30', '2026-10-31'], 'months')
    ranges = list(meta.account.get_insights(['spend'], {
        'time_ranges': [WEEK, {'since': '2026-11-01', 'until': '2026-11-08'}],
    }))
    equal(len(ranges), 2, 'ranges')


@flow('filters and sorts results')
def filters(meta):
    rows = list(meta.account.get_insights(['campaign_id', 'spend', 'impressions'], {
        'level': 'campaign',
        'time_range': WEEK,
        'filtering': [{'field': 'spend', 'operator': 'GREATER_THAN', 'value': 1}],
        'sort': ['spend_descending'],
    }))
    spends = [Decimal(row['spend']) for row in rows]
    assert len(spends) > 1 and spends == sorted(spends, reverse=True) and min(spends) > 1, spends


@flow('sums a list of results in its summary')
def summary(meta):
    cursor = meta.account.get_insights(['campaign_id', 'spend'], {
        'level': 'campaign', 'time_range': WEEK, 'summary': ['spend'], 'default_summary': True, 'limit': 3,
    })
    assert '"spend"' in cursor.summary(), cursor.summary()


@flow('reads the results of several objects by their ids in one call')
def by_ids(meta):
    ids = [row['campaign_id'] for row in meta.account.get_insights(['campaign_id'], {'level': 'campaign', 'limit': 3})]
    nested = 'insights.time_range(%s){spend}' % json.dumps(WEEK)
    by_field = meta.api.call('GET', ('',), {'ids': ','.join(ids), 'fields': nested}).json()
    by_edge = meta.api.call('GET', ('insights',), {'ids': ','.join(ids), 'fields': 'spend', 'time_range': WEEK}).json()
    for campaign_id in ids:
        own = Campaign(campaign_id).get_insights(['spend'], {'time_range': WEEK})
        wanted = [row['spend'] for row in own]
        equal([row['spend'] for row in by_field[campaign_id].get('insights', {'data': []})['data']], wanted, 'by field')
        equal([row['spend'] for row in by_edge[campaign_id]['data']], wanted, 'by edge')


@flow('splits actions by their own breakdowns')
def action_breakdowns(meta):
    rows = list(meta.account.get_insights(['actions'], {
        'time_range': WEEK, 'action_breakdowns': ['action_type', 'action_device'],
    }))
    actions = rows[0]['actions']
    # What happens off Meta comes without the device.
    clicks = [action for action in actions if action['action_type'] == 'link_click']
    assert len({click['action_device'] for click in clicks}) > 2, clicks
    plain = meta.account.get_insights(['actions'], {'time_range': WEEK})[0]['actions']
    whole = [int(action['value']) for action in plain if action['action_type'] == 'link_click']
    equal(whole, [sum(int(click['value']) for click in clicks)], 'link clicks')


@flow('answers nothing for a time without delivery')
def silence(meta):
    campaign = meta.campaign()
    equal(list(campaign.get_insights(['spend'], {'date_preset': 'last_7d'})), [], 'rows')


@flow('runs a report in the background, polled until it is done')
def asynchronous(meta):
    params = {'level': 'ad', 'time_range': WEEK, 'limit': 50}
    run = meta.account.get_insights(['ad_id', 'spend'], params, is_async=True)
    assert isinstance(run, AdReportRun) and run['id'] == run['report_run_id']
    states = poll(run)
    rows = list(run.get_result(params={'limit': 25}))
    wanted = list(meta.account.get_insights(['ad_id', 'spend'], params))
    equal(Counter((row['ad_id'], row['spend']) for row in rows), Counter((row['ad_id'], row['spend']) for row in wanted))
    return '%d rows; %s' % (len(rows), ' > '.join(dict.fromkeys(states)))


@flow('does not hand out a report before it is done')
def unfinished(meta):
    run = meta.account.get_insights(['spend'], {'date_preset': 'last_30d', 'level': 'ad'}, is_async=True)
    error = refusal(run.get_result)
    equal((error.api_error_code(), error.api_error_subcode()), (2601, 1815107), 'code')
    equal(error.api_transient_error(), True, 'is_transient')
    poll(run)
    assert len(list(run.get_result())) > 0


def poll(run):
    """What every program around this SDK does."""
    states, deadline = [], time.monotonic() + 20
    while time.monotonic() < deadline:
        run.api_get()
        states.append(run[AdReportRun.Field.async_status])
        if states[-1] == 'Job Completed' and run[AdReportRun.Field.async_percent_completion] == 100:
            return states
        assert states[-1] not in ('Job Failed', 'Job Skipped'), run
        time.sleep(0.05)
    raise AssertionError('The report was not done in 20 s: %s' % states[-1])


@flow('refuses periods older than 37 months')
def too_old(meta):
    error = refusal(meta.account.get_insights, ['spend'], {
        'time_range': {'since': '2022-01-01', 'until': '2022-01-31'},
    })
    equal(error.api_error_code(), 3018, 'code')
    assert '37 months' in error.api_error_message()


@flow('refuses fields that insights do not have')
def unknown_field(meta):
    error = refusal(meta.account.get_insights, ['spend', 'nonsense'])
    equal(error.api_error_code(), 100, 'code')
    assert error.api_error_message().startswith('(#100) nonsense is not valid for fields param'), error
