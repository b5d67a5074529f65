import type { MessageOverrides } from '@adpane/ui'
import { arabicTable } from './arabic-table.ts'

/** Enough Arabic that right-to-left is judged with real words. */
export const arabic: MessageOverrides = {
  metrics: {
    spend: 'الإنفاق',
    purchases: 'عمليات الشراء',
    cost_per_purchase: 'تكلفة الشراء',
    roas: 'عائد الإنفاق',
    ctr: 'نسبة النقر',
    leads: 'العملاء المحتملون',
    impressions: 'مرات الظهور',
    clicks: 'النقرات',
    reach: 'الوصول',
  },
  common: {
    asOf: (time) => `حتى ${time}`,
    versus: (range) => `مقابل ${range}`,
    today: 'اليوم',
    todayTo: (time) => `اليوم حتى ${time}`,
    better: 'أفضل',
    worse: 'أسوأ',
    tryAgain: 'أعد المحاولة',
    newSince: 'جديد',
  },
  chart: {
    title: (bar, line) => `${bar} و${line}`,
    previousPeriod: 'الفترة السابقة',
    day: 'يوم',
    week: 'أسبوع',
    month: 'شهر',
    step: 'الخطوة',
    emptyTitle: (count) => `لا إنفاق خلال ${count} يومًا`,
    showLonger: (count) => `آخر ${count} يومًا`,
  },
  delivery: {
    active: 'نشطة',
    paused: 'متوقفة مؤقتًا',
    in_review: 'قيد المراجعة',
    rejected: 'مرفوضة',
    learning: 'قيد التعلّم',
    learning_limited: 'تعلّم محدود',
    archived: 'مؤرشفة',
    deleted: 'محذوفة',
    not_delivering: 'لا تُعرض',
    completed: 'مكتملة',
  },
  table: arabicTable,
}
