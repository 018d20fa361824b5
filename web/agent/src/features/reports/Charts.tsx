import { useT } from '../../app/intl.js';
import type { ReportQuery } from '../../generated/reports.js';
import { Bars } from './Bars.js';
import { took, type Hours } from './figures.js';
import { useNumbers } from './useNumbers.js';

interface ChartsProps {
  days: ReportQuery['report']['days'];
  first: 'new' | 'assigned';
  hours: Hours;
}

/** The days as pictures; their numbers are in the table of days. */
export function Charts({ days, first, hours }: ChartsProps) {
  const t = useT();
  const { count, took: words } = useNumbers();
  const common = { days: days.map(({ date }) => date), told: t('reports.inTable') };
  const values = (of: (figures: ChartsProps['days'][number]['figures']) => number | null) =>
    days.map(({ figures }) => of(figures));
  const begun = first === 'new' ? t('reports.new') : t('reports.assigned');
  return (
    <div className="report-charts">
      <Bars
        {...common}
        title={t('reports.flow', { begun })}
        format={count}
        series={[
          { name: begun, values: values((figures) => figures[first]) },
          { name: t('reports.closed'), values: values(({ closed }) => closed) },
        ]}
      />
      <Bars
        {...common}
        title={t('reports.openAtEnd')}
        format={count}
        series={[{ name: t('reports.open'), values: values(({ open }) => open ?? null) }]}
      />
      <Bars
        {...common}
        title={t('reports.firstReply')}
        format={words}
        series={[{ name: t('reports.replyMedian'), values: values(({ firstReply }) => took(firstReply, hours).median) }]}
      />
      <Bars
        {...common}
        title={t('reports.closing')}
        format={words}
        series={[{ name: t('reports.closingMedian'), values: values(({ closing }) => took(closing, hours).median) }]}
      />
    </div>
  );
}
