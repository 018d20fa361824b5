import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { SelectField, TextField } from '../../components/fields.js';
import { now } from '../../lib/clock.js';
import { dayBefore, type Period, rangeOf, type ReportSearch } from './period.js';

interface FiltersProps {
  search: ReportSearch;
  seesAgents: boolean;
  onChange: (part: ReportSearch) => void;
}

/** The time and what of it is looked at; all of it stands in the address. */
export function ReportFilters({ search, seesAgents, onChange }: FiltersProps) {
  const t = useT();
  const { inboxes, agents } = useShell();
  const own = inboxes.filter(({ id }) => !search.inbox || id === search.inbox);
  const channels = own.flatMap((inbox) => inbox.channels).map(({ id, name }) => ({ value: id, label: name }));
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <div className="report-filters" role="search" aria-label={t('reports.filter')}>
      <PeriodFields search={search} onChange={onChange} />
      <SelectField
        label={t('inbox.label')}
        value={search.inbox ?? ''}
        onChange={(inbox) => onChange({ inbox: inbox || undefined, channel: undefined })}
        options={[{ value: '', label: t('reports.allInboxes') }, ...inboxes.map(named)]}
      />
      <SelectField
        label={t('reports.channel')}
        value={search.channel ?? ''}
        onChange={(channel) => onChange({ channel: channel || undefined })}
        options={[{ value: '', label: t('reports.allChannels') }, ...channels]}
      />
      {(seesAgents || search.agent) && (
        <SelectField
          label={t('reports.agent')}
          value={search.agent ?? ''}
          onChange={(agent) => onChange({ agent: agent || undefined })}
          options={[{ value: '', label: t('reports.allAgents') }, ...agents.map(named)]}
        />
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={search.hours ?? false}
          onChange={(event) => onChange({ hours: event.target.checked || undefined })}
        />
        {t('reports.workingHours')}
      </label>
    </div>
  );
}

const MONTH = '30';

function PeriodFields({ search, onChange }: Omit<FiltersProps, 'seesAgents'>) {
  const t = useT();
  const choose = (value: string) => {
    const shown = rangeOf(search, now());
    if (value === 'own') onChange({ period: 'own', from: shown?.from, until: shown?.until });
    else onChange({ period: value === MONTH ? undefined : (value as Period), from: undefined, until: undefined });
  };
  return (
    <>
      <SelectField
        label={t('reports.period')}
        value={search.period ?? MONTH}
        onChange={choose}
        options={[
          ...['7', MONTH, '90', '365'].map((days) => ({ value: days, label: t('reports.lastDays', { n: Number(days) }) })),
          { value: 'own', label: t('reports.ownPeriod') },
        ]}
      />
      {search.period === 'own' && (
        <>
          <TextField
            label={t('reports.from')}
            type="date"
            max={dayBefore(now(), 0)}
            value={search.from ?? ''}
            onChange={(from) => onChange({ from: from || undefined })}
          />
          <TextField
            label={t('reports.until')}
            type="date"
            max={dayBefore(now(), 0)}
            value={search.until ?? ''}
            onChange={(until) => onChange({ until: until || undefined })}
          />
        </>
      )}
    </>
  );
}
