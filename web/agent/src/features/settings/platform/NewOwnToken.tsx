import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../../../app/intl.js';
import { useShell } from '../../../app/ShellProvider.js';
import { SelectField, TextField } from '../../../components/fields.js';
import { CreateOwnTokenDocument, type PersonalTokenCreateInput } from '../../../generated/platform.js';
import { now } from '../../../lib/clock.js';
import { useRun } from '../useRun.js';

const DAY = 24 * 60 * 60_000;
const DAYS = ['7', '30', '90', '365'] as const;
type Access = 'READ' | 'READ_WRITE' | 'ALL';
const EMPTY = { name: '', access: 'READ' as Access, days: '90', date: '' };

/** The end of a day on the clock of this browser. */
function endOfDay(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day + 1).toISOString();
}

function expiry({ days, date }: typeof EMPTY): string | null {
  if (days === 'never') return null;
  return days === 'date' ? endOfDay(date) : new Date(now() + Number(days) * DAY).toISOString();
}

/** A form for a token of one's own; what comes of it is told once. */
export function NewOwnToken({ onMade }: { onMade: (name: string, secret: string) => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const { viewer, isAdmin } = useShell();
  const [form, setForm] = useState(EMPTY);
  const set = (part: Partial<typeof EMPTY>) => setForm({ ...form, ...part });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const may: Pick<PersonalTokenCreateInput, 'access' | 'scopes'> =
      form.access === 'ALL' ? { scopes: [...viewer.scopes] } : { access: form.access };
    const done = await run({
      document: CreateOwnTokenDocument,
      variables: { input: { name: form.name, ...may, expiresAt: expiry(form) } },
      problems: (answer) => answer.personalTokenCreate.userErrors,
    });
    const token = done?.personalTokenCreate.token;
    if (!token) return;
    onMade(form.name.trim(), token);
    setForm(EMPTY);
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)}>
      <h2>{t('ownToken.create')}</h2>
      <TextField
        label={t('token.name')}
        help={t('ownToken.nameHelp')}
        value={form.name}
        onChange={(name) => set({ name })}
        required
        maxLength={80}
        autoComplete="off"
      />
      <div className="two">
        <SelectField
          label={t('token.scopes')}
          value={form.access}
          onChange={(access) => set({ access: access as Access })}
          options={[
            { value: 'READ', label: t('ownToken.read') },
            { value: 'READ_WRITE', label: t('ownToken.write') },
            ...(isAdmin ? [{ value: 'ALL', label: t('ownToken.all') }] : []),
          ]}
        />
        <SelectField
          label={t('ownToken.ends')}
          value={form.days}
          onChange={(days) => set({ days })}
          options={[
            ...DAYS.map((days) => ({ value: days, label: t('ownToken.days', { n: Number(days) }) })),
            { value: 'date', label: t('ownToken.onDate') },
            { value: 'never', label: t('ownToken.never') },
          ]}
        />
        {form.days === 'date' && (
          <TextField label={t('ownToken.lastDay')} type="date" value={form.date} onChange={(date) => set({ date })} required />
        )}
      </div>
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('ownToken.create')}
        </Button>
      </div>
    </form>
  );
}
