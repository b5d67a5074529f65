import { en, type MessageOverrides } from '@adpane/ui'

/** The campaign table in Arabic, as far as a picture of it needs. */
export const arabicTable: NonNullable<MessageOverrides['table']> = {
  levels: { campaign: 'الحملات', adset: 'المجموعات الإعلانية', ad: 'الإعلانات' },
  level: { campaign: 'الحملة', adset: 'المجموعة الإعلانية', ad: 'الإعلان' },
  counted: {
    campaign: (_, shown) => `${shown} حملة`,
    adset: (_, shown) => `${shown} مجموعات`,
    ad: (_, shown) => `${shown} إعلانًا`,
  },
  columns: { status: 'الحالة', budget: 'الميزانية', trend: 'الاتجاه' },
  shortMetrics: {},
  objectives: {
    OUTCOME_SALES: 'المبيعات',
    OUTCOME_LEADS: 'العملاء المحتملون',
    OUTCOME_TRAFFIC: 'الزيارات',
    OUTCOME_AWARENESS: 'الوعي',
  },
  statusReasons: {
    ...en.table.statusReasons,
    campaign_off: 'الحملة متوقفة',
    policy: 'تخالف سياسة الإعلانات',
    few_results: 'النتائج قليلة',
    under_review: 'حتى 24 ساعة',
  },
  budget: {
    ...en.table.budget,
    daily: 'يومية',
    lifetime: 'إجمالية',
    campaign: 'الحملة',
    adset: 'المجموعة',
    onAdsets: (adsets) => `محددة لـ ${adsets}`,
  },
  total: (counted) => `إجمالي ${counted}`,
  totalAll: 'مع المؤرشفة',
  search: 'ابحث بالاسم',
  delivery: 'العرض',
  deliveryAll: 'الكل، مع المؤرشفة',
  columnsMenu: 'الأعمدة',
  rows: (from, to, of) => `${from}–${to} / ${of}`,
  amountsIn: (currency) => `المبالغ بعملة ${currency}`,
}
