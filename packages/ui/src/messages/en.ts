import { metricCatalogue } from '@adpane/contract'
import { accountPickerEn } from '../account-picker/account-picker-messages.ts'
import { campaignTableEn } from '../campaign-table/campaign-table-messages.ts'
import { dateRangeEn } from '../date-range-picker/date-range-messages.ts'

/**
 * Every word a widget says. Functions take values that are already formatted, unless they need to count.
 *
 * Plain, short, Meta's own terms. Sections follow the widgets; hosts replace any of them through the provider.
 */
export const en = {
  metrics: {
    ...mapLabels(),
    clicks: 'Clicks',
  },
  common: {
    asOf: (time: string) => `as of ${time}`,
    asOfRefreshing: (time: string) => `as of ${time}, refreshing`,
    versus: (range: string) => `vs ${range}`,
    today: 'Today',
    todayTo: (time: string) => `Today to ${time}`,
    dayTo: (day: string, time: string) => `${day} to ${time}`,
    better: 'better',
    worse: 'worse',
    up: (percent: string) => `up ${percent}`,
    down: (percent: string) => `down ${percent}`,
    unchanged: 'unchanged',
    newSince: 'new',
    unknown: 'unknown',
    soFar: 'so far',
    copyRequestId: 'Copy request id',
    copied: 'Copied',
    tryAgain: 'Try again',
    refresh: 'Refresh',
    loading: (what: string) => `Loading ${what}`,
  },
  /** Why a number is `—`. */
  reasons: {
    not_additive: 'Meta counts each person once, so this can’t be added up. Only Meta can say it for a range.',
    no_denominator: 'There is nothing to divide by yet.',
    not_reported: 'Meta reported no such number for these ads.',
    pending: 'Still on its way from Meta.',
    no_value: 'No purchase value is tracked, so there is no return to count.',
    no_previous: 'There is nothing to compare with in the earlier period.',
    not_comparable: 'Meta counts people once over a range, so finished days can’t be compared.',
  },
  delivery: {
    active: 'Active',
    paused: 'Paused',
    in_review: 'In review',
    rejected: 'Rejected',
    learning: 'Learning',
    learning_limited: 'Learning limited',
    archived: 'Archived',
    deleted: 'Deleted',
    not_delivering: 'Not delivering',
    completed: 'Completed',
  },
  states: {
    errorTitle: (what: string) => `${what} didn’t load`,
    errorBody: 'Your ads aren’t affected. Try again, and send us this id if it repeats.',
    unreachableBody: 'The server didn’t answer. Your ads aren’t affected. Check the connection and try again.',
    crashedTitle: 'This part stopped working',
    crashedBody: 'The rest of the page is fine, and your ads aren’t affected.',
    noPermissionTitle: 'You can’t see ad results here',
    noPermissionBody: 'Someone who manages this ad account can give you access to its results.',
    askForAccess: 'Ask for access',
    accountDisabled: 'Disabled by Meta.',
    accountDisabledBody: 'History stays; no ads are running.',
    requestReview: 'Request review',
    accountDisabledEmptyTitle: 'Meta disabled this ad account',
    accountDisabledEmptyBody: 'No ads are running. You can ask Meta to look at the decision again.',
    disconnected: 'Disconnected.',
    disconnectedBody: 'Ads still run; these are the last numbers.',
    disconnectedEmptyTitle: 'The connection to Meta is broken',
    disconnectedEmptyBody: 'Your ads still run. Reconnect to see their results again.',
    reconnect: 'Reconnect',
    rateLimited: 'Meta asked us to slow down. Next update in',
    rateLimitedNow: 'Meta asked us to slow down. Updating now.',
    rateLimitedEmptyTitle: 'Meta asked us to slow down',
    rateLimitedEmptyBody: (time: string) => `Results load again in ${time}. Your ads aren’t affected.`,
    partial: (loaded: string, total: string) => `${loaded} of ${total}`,
    partialDays: 'days loaded',
    partialShare: (percent: string) => `${percent} loaded`,
    partialRest: 'Meta is still counting the rest.',
    offline: 'Offline.',
    offlineBody: (time: string) => `Numbers from ${time}.`,
    offlineEmptyTitle: 'You’re offline',
    offlineEmptyBody: 'Results load as soon as the connection is back.',
    sessionExpired: 'Signed out for safety.',
    sessionExpiredBody: 'Filters are kept.',
    sessionExpiredEmptyTitle: 'You were signed out for safety',
    sessionExpiredEmptyBody: 'Continue to see the results again.',
    continue: 'Continue',
  },
  chart: {
    title: (bar: string, line: string) => `${bar} and ${line}`,
    what: 'Results',
    previousPeriod: 'Previous period',
    step: 'Step',
    day: 'Day',
    week: 'Week',
    month: 'Month',
    weekOf: (range: string) => range,
    unfinished: 'unfinished',
    emptyTitle: (count: number) => (count === 1 ? 'No spend on this day' : `No spend in these ${count} days`),
    showLonger: (count: number) => `Show last ${count} days`,
    describe: (bar: string, line: string, range: string) => `${bar} as bars and ${line} as a line, ${range}`,
    describeCompare: (range: string) => `, compared with ${range}`,
    keys: 'Arrow keys move between dates.',
    tableCaption: (title: string, range: string) => `${title}, ${range}`,
    date: 'Date',
    previous: (metric: string) => `${metric}, previous period`,
    noData: 'not loaded yet',
    off: 'off',
    legend: 'Series',
    notes: 'Notes',
  },
  tiles: {
    what: 'Totals',
    label: 'Totals',
    finishedDays: (range: string, previous: string) => `Finished days only: ${range} against ${previous}`,
    trend: (metric: string) => `${metric} a day`,
  },
  table: campaignTableEn,
  accountPicker: accountPickerEn,
  dateRange: dateRangeEn,
}

/** The shape of the catalogue; a translation has every part of it. */
export type Messages = typeof en

function mapLabels(): Record<keyof typeof metricCatalogue, string> {
  const labels = Object.entries(metricCatalogue).map(([name, { label }]) => [name, label])
  return Object.fromEntries(labels) as Record<keyof typeof metricCatalogue, string>
}
