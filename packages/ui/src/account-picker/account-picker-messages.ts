/** English words of the account picker. */
export const accountPickerEn = {
  label: 'Ad account',
  choose: 'Choose an ad account',
  search: 'Search ad accounts',
  noMatch: (text: string) => `No ad account is called “${text}”.`,
  loading: 'Loading ad accounts',
  failed: 'Ad accounts didn’t load.',
  empty: 'No ad accounts in this session',
  statuses: {
    active: '',
    disabled: 'Disabled',
    unsettled: 'Unpaid',
    pending_review: 'In review',
    closed: 'Closed',
    unknown: '',
  },
}
