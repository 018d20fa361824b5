import { Button } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import { TextField } from '../../../components/fields.js';
import type { InboxHeadFragment } from '../../../generated/graphql.js';
import { SaveWebhookDocument, type WebhookLineFragment } from '../../../generated/platform.js';
import { makeId } from '../../../lib/ids.js';
import { useRun } from '../useRun.js';

/** The events that most programs want; any other one of the journal is written by hand. */
const COMMON = [
  'message.received',
  'message.sent',
  'conversation.created',
  'conversation.assigned',
  'conversation.updated',
  'delivery.updated',
  'delivery.trouble',
  'alarm.raised',
  'alarm.cleared',
];

interface EditorProps {
  webhook?: WebhookLineFragment;
  inboxes: readonly InboxHeadFragment[];
  /** The secret is there when one was made. */
  onSaved: (name: string, secret: string | null) => void;
  onCancel: () => void;
}

/** Where a webhook goes and of what it is told, new or existing. */
export function WebhookEditor({ webhook, inboxes, onSaved, onCancel }: EditorProps) {
  const t = useT();
  const { run, busy } = useRun();
  const [id] = useState(() => webhook?.id ?? makeId('whk'));
  const [form, setForm] = useState({
    name: webhook?.name ?? '',
    url: webhook?.url ?? '',
    inboxIds: webhook?.inboxIds ?? [],
    events: webhook?.events.filter((one) => COMMON.includes(one)) ?? [],
    others: webhook?.events.filter((one) => !COMMON.includes(one)).join(' ') ?? '',
    newSecret: false,
  });
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { others, ...rest } = form;
    const events = [...form.events, ...others.split(/[\s,]+/).filter(Boolean)];
    const version = webhook ? { expectedVersion: webhook.version } : {};
    const done = await run({
      document: SaveWebhookDocument,
      variables: { input: { id, ...rest, inboxIds: [...form.inboxIds], events, active: webhook?.active ?? true, ...version } },
      problems: (answer) => answer.webhookSave.userErrors,
    });
    if (!done) return;
    toast(t('saved'));
    onSaved(form.name.trim(), done.webhookSave.secret);
  };
  return (
    <form className="panel" onSubmit={(event) => void submit(event)}>
      <h2>{webhook ? webhook.name : t('webhook.add')}</h2>
      <TextField
        label={t('webhook.name')}
        value={form.name}
        onChange={(name) => set({ name })}
        required
        maxLength={60}
        autoFocus
        autoComplete="off"
      />
      <TextField
        label={t('webhook.url')}
        help={t('webhook.urlHelp')}
        type="url"
        value={form.url}
        onChange={(url) => set({ url })}
        required
        autoComplete="off"
      />
      <Choices
        legend={t('webhook.inboxes')}
        help={t('webhook.inboxesHelp')}
        options={inboxes.map(({ id: value, name }) => ({ value, name }))}
        chosen={form.inboxIds}
        onChange={(inboxIds) => set({ inboxIds })}
      />
      <Choices
        legend={t('webhook.events')}
        help={t('webhook.eventsHelp')}
        options={COMMON.map((value) => ({ value, name: value }))}
        chosen={form.events}
        onChange={(events) => set({ events })}
      />
      <TextField
        label={t('webhook.others')}
        help={t('webhook.othersHelp')}
        value={form.others}
        onChange={(others) => set({ others })}
        autoComplete="off"
        spellCheck={false}
      />
      {webhook && (
        <label className="choice">
          <input type="checkbox" checked={form.newSecret} onChange={() => set({ newSecret: !form.newSecret })} />
          <span>
            {t('webhook.newSecret')}
            <small className="help">{t('webhook.newSecretHelp')}</small>
          </span>
        </label>
      )}
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface ChoicesProps {
  legend: string;
  help: string;
  options: readonly { value: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Some of a list; none of it means all. */
function Choices({ legend, help, options, chosen, onChange }: ChoicesProps) {
  const toggle = (value: string) => onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className="group">
      <legend>{legend}</legend>
      <p className="help">{help}</p>
      {options.map(({ value, name }) => (
        <label key={value} className="choice">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
