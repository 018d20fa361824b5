import { Button } from '@balie/web-ui';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { DeadJobsDocument, RetryJobDocument } from '../../generated/settings.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from './Loaded.js';
import { useRun } from './useRun.js';

/** Work that was given up, with why, and a way to try it again. */
export function DeadJobs() {
  const t = useT();
  const times = useTimes();
  const { run, busy } = useRun();
  const [{ data, error }, again] = useQuery({
    query: DeadJobsDocument,
    variables: { after: null },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => again({ requestPolicy: 'network-only' });
  const retry = async (id: string) => {
    const done = await run({ document: RetryJobDocument, variables: { id }, problems: (answer) => answer.jobRetry.userErrors });
    if (!done) return;
    toast(t('job.retried'));
    refresh();
  };
  const jobs = data?.deadJobs.nodes ?? [];
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh} empty={jobs.length === 0 && t('job.none')}>
      <ul className="lines">
        {jobs.map((job) => (
          <li key={job.id}>
            <div className="line-text">
              <b>{job.name}</b>
              <p className="meta">
                {t('job.attempts', { n: job.attempts })} ·{' '}
                <time title={times.full(job.failedAt)}>{times.short(job.failedAt)}</time>
              </p>
              <p className="field-error">{job.error}</p>
            </div>
            <Button busy={busy} onClick={() => void retry(job.id)}>
              {t('again')}
            </Button>
          </li>
        ))}
      </ul>
    </Loaded>
  );
}
