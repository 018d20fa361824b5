import { Button } from '@balie/web-ui';
import { useId } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import { SelectField, TextField } from '../../components/fields.js';
import type { AutomationActionKind } from '../../generated/automation.js';
import { KINDS, NEEDS, newAction, type ActionDraft, type Named } from './draft.js';
import type { Choices } from './useChoices.js';

interface ActionProps {
  action: ActionDraft;
  title: string;
  choices: Choices;
  onChange: (action: ActionDraft) => void;
  onUp: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}

const NAMES: Record<Named, TextKey> = {
  tagId: 'auto.tag',
  agentId: 'auto.agent',
  teamId: 'auto.team',
  snippetId: 'auto.snippet',
  webhookId: 'auto.webhook',
};

/** One thing that is done, and with what. */
export function ActionFields({ action, title, choices, onChange, onUp, onRemove }: ActionProps) {
  const t = useT();
  // Who sees no webhook has none to choose.
  const kinds = KINDS.filter((kind) => kind !== 'WEBHOOK' || kind === action.kind || choices.webhookId.length > 0);
  return (
    <div className="rule-part" role="group" aria-label={title}>
      <SelectField
        label={t('auto.what')}
        value={action.kind}
        onChange={(value) => onChange({ ...newAction(value as AutomationActionKind), key: action.key })}
        options={kinds.map((value) => ({ value, label: t(`autoDo.${value}`) }))}
      />
      <Needed action={action} choices={choices} onChange={(value) => onChange({ ...action, value })} />
      {onUp && (
        <Button look="quiet" onClick={onUp}>
          {t('auto.up')}
          <span className="vh"> {title}</span>
        </Button>
      )}
      {onRemove && (
        <Button look="quiet" onClick={onRemove}>
          {t('auto.remove')}
          <span className="vh"> {title}</span>
        </Button>
      )}
    </div>
  );
}

interface NeededProps {
  action: ActionDraft;
  choices: Choices;
  onChange: (value: string) => void;
}

function Needed({ action: { kind, value }, choices, onChange }: NeededProps) {
  const t = useT();
  const id = useId();
  const need = NEEDS[kind];
  if (need === null) return null;
  if (need === 'hours')
    return (
      <TextField label={t('auto.hours')} type="number" min={1} max={672} step={1} value={value} onChange={onChange} required />
    );
  if (need === 'text')
    return (
      <div className="field">
        <label htmlFor={id}>{t('auto.text')}</label>
        <textarea
          id={id}
          className="input"
          rows={3}
          maxLength={5000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    );
  const options = choices[need];
  const lost = value !== '' && !options.some((option) => option.value === value);
  return (
    <SelectField
      label={t(NAMES[need])}
      value={value}
      onChange={onChange}
      options={[{ value: '', label: t('auto.choose') }, ...options, ...(lost ? [{ value, label: t('auto.gone') }] : [])]}
      help={need === 'snippetId' ? t('auto.snippetHelp') : undefined}
    />
  );
}
