import { useId } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import type { FiguresFragment } from '../../generated/reports.js';
import { inTime, took, type Hours } from './figures.js';
import { useNumbers } from './useNumbers.js';

export interface Line {
  key: string;
  name: string;
  figures: FiguresFragment;
}
interface TableProps {
  title: string;
  /** What the first column names. */
  of: string;
  lines: readonly Line[];
  /** What it counts where something begins: conversations that come in, or that become an agent's. */
  first: 'new' | 'assigned';
  hours: Hours;
}

const FIRST = { new: 'reports.new', assigned: 'reports.assigned' } as const satisfies Record<string, TextKey>;

/** Every figure, a line for each inbox, channel, agent or day. On a narrow screen it is moved sideways. */
export function FigureTable({ title, of, lines, first, hours }: TableProps) {
  const t = useT();
  const id = useId();
  const { count, part, took: words } = useNumbers();
  return (
    <section className="report-table">
      <h2 id={id}>{title}</h2>
      {/* What scrolls must be reached by key. */}
      <div className="report-scroll" role="region" aria-labelledby={id} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <th scope="col">{t(FIRST[first])}</th>
              <th scope="col">{t('reports.closed')}</th>
              <th scope="col">{t('reports.reopened')}</th>
              <th scope="col">{t('reports.open')}</th>
              <th scope="col">{t('reports.replyMedian')}</th>
              <th scope="col">{t('reports.replyP90')}</th>
              <th scope="col">{t('reports.closingMedian')}</th>
              <th scope="col">{t('reports.closingP90')}</th>
              <th scope="col">{t('reports.inTime')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, name, figures }) => {
              const [reply, closing] = [took(figures.firstReply, hours), took(figures.closing, hours)];
              const { kept, all } = inTime(figures.sla);
              return (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td>{count(figures[first])}</td>
                  <td>{count(figures.closed)}</td>
                  <td>{count(figures.reopened)}</td>
                  <td>{count(figures.open)}</td>
                  <td>{words(reply.median)}</td>
                  <td>{words(reply.ninetieth)}</td>
                  <td>{words(closing.median)}</td>
                  <td>{words(closing.ninetieth)}</td>
                  <td>{part(kept, all)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
