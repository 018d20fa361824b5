import { Button } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { SelectField, TextField } from '../../components/fields.js';
import { SaveRuleDocument, type AutomationTrigger, type RuleLineFragment } from '../../generated/automation.js';
import type { InboxHeadFragment } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import { useRun } from '../settings/useRun.js';
import { ActionFields } from './ActionFields.js';
import { ConditionFields } from './ConditionFields.js';
import { draftOf, inputOf, isComplete, MAX_ACTIONS, MAX_CONDITIONS, newAction, newCondition, TRIGGERS } from './draft.js';
import { Picks } from './Picks.js';
import { TryRule } from './TryRule.js';
import { useChoices } from './useChoices.js';

interface EditorProps {
  rule?: RuleLineFragment;
  inboxes: readonly InboxHeadFragment[];
  onSaved: () => void;
  onCancel: () => void;
}

/** A rule, new or existing: when, if, then, and how it would go with a conversation. */
export function RuleEditor({ rule, inboxes, onSaved, onCancel }: EditorProps) {
  const t = useT();
  const { run, busy } = useRun();
  const choices = useChoices();
  const [id] = useState(() => rule?.id ?? makeId('aru'));
  const [draft, setDraft] = useState(() => draftOf(rule));
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { id, name: draft.name, rule: inputOf(draft), ...(rule ? { expectedVersion: rule.version } : {}) };
    const done = await run({
      document: SaveRuleDocument,
      variables: { input },
      problems: (answer) => answer.automationRuleSave.userErrors,
    });
    if (!done) return;
    toast(t('saved'));
    onSaved();
  };
  const complete = isComplete(draft);
  if (!choices) return <div className="panel" aria-busy="true" />;
  return (
    <form className="panel rule" aria-label={rule?.name ?? t('auto.add')} onSubmit={(event) => void submit(event)}>
      <h2>{rule ? rule.name : t('auto.add')}</h2>
      <TextField
        label={t('auto.name')}
        help={t('auto.nameHelp')}
        value={draft.name}
        onChange={(name) => set({ name })}
        required
        maxLength={80}
        autoFocus
        autoComplete="off"
      />
      <Picks
        legend={t('auto.inboxes')}
        help={t('auto.inboxesHelp')}
        options={inboxes.map(({ id: value, name }) => ({ value, label: name }))}
        chosen={draft.inboxIds}
        onChange={(inboxIds) => set({ inboxIds })}
      />
      <SelectField
        label={t('auto.when')}
        value={draft.when}
        onChange={(when) => set({ when: when as AutomationTrigger })}
        options={TRIGGERS.map((value) => ({ value, label: t(`autoWhen.${value}`) }))}
      />
      <fieldset className="group">
        <legend>{t('auto.if')}</legend>
        <p className="help">{t('auto.ifHelp')}</p>
        {draft.conditions.map((one, at) => (
          <ConditionFields
            key={one.key}
            condition={one}
            title={t('auto.condition', { n: at + 1 })}
            choices={choices}
            onChange={(changed) => set({ conditions: draft.conditions.with(at, changed) })}
            onRemove={() => set({ conditions: draft.conditions.toSpliced(at, 1) })}
          />
        ))}
        {draft.conditions.length < MAX_CONDITIONS && (
          <Button onClick={() => set({ conditions: [...draft.conditions, newCondition()] })}>
            <IconPlus size={16} aria-hidden />
            {t('auto.addIf')}
          </Button>
        )}
      </fieldset>
      <fieldset className="group">
        <legend>{t('auto.then')}</legend>
        <p className="help">{t('auto.thenHelp')}</p>
        {draft.actions.map((one, at) => (
          <ActionFields
            key={one.key}
            action={one}
            title={t('auto.action', { n: at + 1 })}
            choices={choices}
            onChange={(changed) => set({ actions: draft.actions.with(at, changed) })}
            onUp={at > 0 ? () => set({ actions: draft.actions.toSpliced(at, 1).toSpliced(at - 1, 0, one) }) : undefined}
            onRemove={draft.actions.length > 1 ? () => set({ actions: draft.actions.toSpliced(at, 1) }) : undefined}
          />
        ))}
        {draft.actions.length < MAX_ACTIONS && (
          <Button onClick={() => set({ actions: [...draft.actions, newAction()] })}>
            <IconPlus size={16} aria-hidden />
            {t('auto.addThen')}
          </Button>
        )}
      </fieldset>
      <TryRule draft={draft} disabled={!complete} />
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={!complete || draft.name.trim() === ''}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
