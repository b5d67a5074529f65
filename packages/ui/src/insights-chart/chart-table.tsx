import type { MetricName, MetricValue } from '@adpane/contract'
import { memo, type ReactElement } from 'react'
import { formatMetric } from '../format/format-metric.ts'
import { useMessages } from '../messages/use-messages.ts'
import { useAdpane } from '../provider/adpane-context.ts'
import type { ChartView } from './chart-view.ts'
import { periodText } from './point-text.ts'

interface TableProps {
  view: ChartView
  caption: string
}

/** The chart's numbers as a table, for those who read with their ears. */
export const ChartTable: React.NamedExoticComponent<TableProps> = memo(function ChartTable({
  view,
  caption,
}: TableProps): ReactElement {
  const { locale } = useAdpane()
  const { chart, metrics: names, common } = useMessages()
  const [bar, line] = view.metrics
  const compares = view.compareText !== undefined
  const cell = (metric: MetricName, value: MetricValue | undefined) =>
    value === null || value === undefined
      ? common.unknown
      : formatMetric(metric, value, { currency: view.currency, locale })
  return (
    <div className="ap-sr">
      <table>
        <caption>{chart.tableCaption(caption, view.rangeText)}</caption>
        <thead>
          <tr>
            <th scope="col">{chart.date}</th>
            <th scope="col">{names[bar]}</th>
            <th scope="col">{names[line]}</th>
            {compares && <th scope="col">{chart.previous(names[bar])}</th>}
            {compares && <th scope="col">{chart.previous(names[line])}</th>}
          </tr>
        </thead>
        <tbody>
          {view.points
            .filter((point) => !point.future)
            .map((point) => (
              <tr key={point.since}>
                <th scope="row">
                  {periodText(point, view.increment, locale)}
                  {point.unfinished && `, ${chart.unfinished}`}
                </th>
                <td>{point.missing ? chart.noData : cell(bar, point.bar)}</td>
                <td>{point.missing ? chart.noData : cell(line, point.line)}</td>
                {compares && <td>{cell(bar, point.compare?.bar)}</td>}
                {compares && <td>{cell(line, point.compare?.line)}</td>}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
})
