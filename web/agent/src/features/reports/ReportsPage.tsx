import { Boundary, Button, Empty } from '@balie/web-ui';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { PartFailed } from '../../app/Failed.js';
import { useT } from '../../app/intl.js';
import { ReportDocument, type ReportInput, type ReportQuery } from '../../generated/reports.js';
import { now } from '../../lib/clock.js';
import { useTimes } from '../../lib/useTimes.js';
import { zone } from '../search/find.js';
import { Loaded } from '../settings/Loaded.js';
import { Charts } from './Charts.js';
import { isNothing, type Hours } from './figures.js';
import { FigureTable } from './FigureTable.js';
import { rangeOf, type ReportSearch } from './period.js';
import { ReportFilters } from './ReportFilters.js';
import { Tiles } from './Tiles.js';
import { useCsv } from './useCsv.js';
import { useNumbers } from './useNumbers.js';
import '../../styles/pages.css';
import '../../styles/reports.css';

const failed = (error: Error, retry: () => void) => <PartFailed error={error} onRetry={retry} />;

/** Figures of the inboxes that one may see (issue 4). */
export function ReportsPage() {
  const t = useT();
  useEffect(() => {
    document.title = t('reports.title');
  }, [t]);
  return (
    <main className="settings-main report-page">
      <Boundary fallback={failed}>
        <Page />
      </Boundary>
    </main>
  );
}

function Page() {
  const t = useT();
  const search = useSearch({ from: '/reports' });
  const navigate = useNavigate({ from: '/reports' });
  const input = useInput(search);
  const [{ data, error }, again] = useQuery({
    query: ReportDocument,
    variables: { input: input ?? NEVER },
    pause: input === null,
    requestPolicy: 'cache-and-network',
  });
  const { busy, download } = useCsv();
  const report = data?.report;
  return (
    <>
      <Link className="report-back" to="/">
        <IconArrowLeft size={16} aria-hidden />
        {t('settings.back')}
      </Link>
      <header>
        <h1>{t('reports.title')}</h1>
        <Button busy={busy} disabled={input === null} onClick={() => input && void download(input)}>
          <IconDownload size={16} aria-hidden />
          {t('reports.csv')}
        </Button>
      </header>
      <ReportFilters
        search={search}
        seesAgents={report?.seesAgents ?? false}
        onChange={(part) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true })}
      />
      {input === null ? (
        <Empty title={t('reports.tooLong')} />
      ) : (
        <Loaded
          ready={report !== undefined}
          error={error}
          onRetry={() => again({ requestPolicy: 'network-only' })}
          empty={report !== undefined && nothingIn(report) && t('reports.nothing')}
        >
          {report && <Told report={report} search={search} />}
        </Loaded>
      )}
      {report && <Since at={report.since} />}
    </>
  );
}

const NEVER: ReportInput = { from: '', until: '', timeZone: 'UTC' };

/** The same as long as it means the same, so that it is asked for once. */
function useInput(search: ReportSearch): ReportInput | null {
  const range = rangeOf(search, now());
  const [from, until] = [range?.from, range?.until];
  const { inbox, channel, agent } = search;
  return useMemo(() => {
    if (from === undefined || until === undefined) return null;
    const one = (id: string | undefined) => (id === undefined ? [] : [id]);
    return { from, until, timeZone: zone(), inboxIds: one(inbox), channelIds: one(channel), agentIds: one(agent) };
  }, [from, until, inbox, channel, agent]);
}

function nothingIn({ total, days }: ReportQuery['report']): boolean {
  return isNothing(total) && days.every(({ figures }) => isNothing(figures));
}

function Since({ at }: { at: string }) {
  const t = useT();
  const times = useTimes();
  return <p className="help">{t('reports.since', { date: times.date(at) })}</p>;
}

function Told({ report, search }: { report: ReportQuery['report']; search: ReportSearch }) {
  const t = useT();
  const { fullDay } = useNumbers();
  const hours: Hours = search.hours ? 'working' : 'all';
  const first = search.agent ? 'assigned' : 'new';
  const { total, days, inboxes, channels, agents } = report;
  const lines = (rows: typeof inboxes, none: string) =>
    rows.map(({ id, name, figures }) => ({ key: id ?? '', name: id ? name : none, figures }));
  const dayLines = days.map(({ date, figures }) => ({ key: date, name: fullDay(date), figures }));
  return (
    <>
      <Tiles total={total} first={first} hours={hours} />
      <Charts days={days} first={first} hours={hours} />
      <FigureTable title={t('reports.byInbox')} of={t('inbox.label')} lines={lines(inboxes, '')} first={first} hours={hours} />
      <FigureTable
        title={t('reports.byChannel')}
        of={t('reports.channel')}
        lines={lines(channels, t('reports.noChannel'))}
        first={first}
        hours={hours}
      />
      {report.seesAgents && (
        <FigureTable
          title={t('reports.byAgent')}
          of={t('reports.agent')}
          lines={lines(agents, t('reports.nobody'))}
          first="assigned"
          hours={hours}
        />
      )}
      <FigureTable title={t('reports.byDay')} of={t('reports.day')} lines={dayLines} first={first} hours={hours} />
    </>
  );
}
