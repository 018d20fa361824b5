import { Button } from '@balie/web-ui';
import { useMemo, useState } from 'react';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { SelectField, TextField } from '../../components/fields.js';
import type { AuditAction, AuditFilter, AuditLineFragment } from '../../generated/settings.js';
import { useTimes } from '../../lib/useTimes.js';
import { AUDIT_ACTIONS } from './auditActions.js';
import { Loaded } from './Loaded.js';
import { useAudit } from './useAudit.js';

const EMPTY = { text: '', actorId: '', action: '', from: '', until: '' };

/** The instants that two days on the clock of this browser mean, the last day included. */
function filterOf({ text, actorId, action, from, until }: typeof EMPTY): AuditFilter {
  const day = (date: string, more: number) => {
    const [year = 0, month = 1, at = 1] = date.split('-').map(Number);
    return new Date(year, month - 1, at + more).toISOString();
  };
  return {
    ...(text.trim() ? { text: text.trim() } : {}),
    ...(actorId ? { actorId } : {}),
    ...(action ? { actions: [action as AuditAction] } : {}),
    ...(from ? { from: day(from, 0) } : {}),
    ...(until ? { until: day(until, 1) } : {}),
  };
}

/** Who did what when (G9); entries are only ever added. */
export function Audit() {
  const t = useT();
  const [form, setForm] = useState(EMPTY);
  const filter = useMemo(() => filterOf(form), [form]);
  const log = useAudit(filter);
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <Filters form={form} onChange={setForm} />
      <Loaded
        ready={log.phase !== 'first'}
        error={log.error}
        onRetry={log.again}
        empty={log.entries.length === 0 && t(filtered ? 'audit.noneSuch' : 'audit.none')}
      >
        <ul className="lines" aria-label={t('settings.audit')}>
          {log.entries.map((entry) => (
            <Line key={entry.id} entry={entry} />
          ))}
        </ul>
        {log.cursor !== null && (
          <Button busy={log.phase === 'more'} onClick={log.more}>
            {t('more')}
          </Button>
        )}
      </Loaded>
    </>
  );
}

function Filters({ form, onChange }: { form: typeof EMPTY; onChange: (form: typeof EMPTY) => void }) {
  const t = useT();
  const { agents } = useShell();
  const set = (part: Partial<typeof EMPTY>) => onChange({ ...form, ...part });
  const people = agents.map(({ id, name }) => ({ value: id, label: name }));
  const actions = AUDIT_ACTIONS.map((action) => ({ value: action, label: t(`audit.${action}`) }));
  return (
    <div className="two audit-filters" role="group" aria-label={t('audit.filter')}>
      <TextField
        label={t('audit.search')}
        type="search"
        value={form.text}
        onChange={(text) => set({ text })}
        autoComplete="off"
        maxLength={200}
      />
      <SelectField
        label={t('audit.who')}
        value={form.actorId}
        onChange={(actorId) => set({ actorId })}
        options={[{ value: '', label: t('audit.anybody') }, ...people]}
      />
      <SelectField
        label={t('audit.what')}
        value={form.action}
        onChange={(action) => set({ action })}
        options={[{ value: '', label: t('audit.anything') }, ...actions]}
      />
      <TextField label={t('audit.from')} type="date" value={form.from} onChange={(from) => set({ from })} />
      <TextField label={t('audit.until')} type="date" value={form.until} onChange={(until) => set({ until })} />
    </div>
  );
}

function Line({ entry }: { entry: AuditLineFragment }) {
  const t = useT();
  const times = useTimes();
  return (
    <li>
      <div className="line-text">
        <b>
          {t(`audit.${entry.action}`)}
          {entry.objectName && `: ${entry.objectName}`}
        </b>
        <p className="meta">
          {entry.actor.name} ·{' '}
          <time dateTime={entry.at} title={times.full(entry.at)}>
            {times.day(entry.at)} {times.clock(entry.at)}
          </time>
          {entry.ip && ` · ${entry.ip}`}
        </p>
        {entry.changes.length > 0 && (
          <dl className="audit-changes">
            {entry.changes.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  {!isNothing(before) && <del>{inWords(before)}</del>} {!isNothing(after) && <ins>{inWords(after)}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
