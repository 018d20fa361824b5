import { Button } from '@balie/web-ui';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import type { InboxHeadFragment } from '../../generated/graphql.js';
import { SaveRuleDocument, type RuleLineFragment } from '../../generated/automation.js';
import { useRun } from '../settings/useRun.js';
import { RuleLog } from './RuleLog.js';

interface ItemProps {
  rule: RuleLineFragment;
  inboxes: readonly InboxHeadFragment[];
  busy: boolean;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onEdit: () => void;
  onDelete: () => void;
  onChanged: () => void;
}

/** One rule: what it is about, whether it is on, what is wrong with it, and what it did. */
export function RuleItem({ rule, inboxes, busy: moving, onUp, onDown, onEdit, onDelete, onChanged }: ItemProps) {
  const t = useT();
  const { run, busy } = useRun();
  const [open, setOpen] = useState(false);
  const { id, name, active, version, inboxIds, when, conditions, actions, issues } = rule;
  const names = inboxIds.map((one) => inboxes.find((inbox) => inbox.id === one)?.name ?? t('auto.gone'));
  const toggle = async () => {
    const input = { id, active: !active, expectedVersion: version };
    const done = await run({
      document: SaveRuleDocument,
      variables: { input },
      problems: (answer) => answer.automationRuleSave.userErrors,
    });
    if (done) toast(t(active ? 'auto.isOff' : 'auto.isOn', { name }));
    onChanged();
  };
  const summary = {
    when: t(`autoWhen.${when}`),
    conditions: conditions.length,
    actions: actions.map(({ kind }) => t(`autoDo.${kind}`)).join(', '),
  };
  return (
    <>
      <div className="line-text">
        <b>{name}</b>
        <p className="meta">{names.length > 0 ? names.join(', ') : t('auto.all')}</p>
        <p className="meta">{t('auto.summary', summary)}</p>
        {issues.map(({ part, index, reason }) => (
          <p key={`${part} ${String(index)}`} className="field-error">
            {t('auto.wrong', { what: t(`autoWhy.${reason}`) })}
          </p>
        ))}
      </div>
      <span className="row-actions">
        <label className="check">
          <input type="checkbox" role="switch" checked={active} disabled={busy} onChange={() => void toggle()} />
          <span>
            {t('auto.on')}
            <span className="vh"> {name}</span>
          </span>
        </label>
        <button
          type="button"
          className="btn icon"
          aria-label={t('auto.upOf', { name })}
          title={t('auto.up')}
          disabled={!onUp || moving}
          onClick={onUp}
        >
          <IconArrowUp size={18} aria-hidden />
        </button>
        <button
          type="button"
          className="btn icon"
          aria-label={t('auto.downOf', { name })}
          title={t('auto.down')}
          disabled={!onDown || moving}
          onClick={onDown}
        >
          <IconArrowDown size={18} aria-hidden />
        </button>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('auto.log')}
          <span className="vh"> {name}</span>
        </Button>
        <Button onClick={onEdit}>
          {t('edit')}
          <span className="vh"> {name}</span>
        </Button>
        <Button look="danger" onClick={onDelete}>
          {t('delete')}
          <span className="vh"> {name}</span>
        </Button>
      </span>
      {open && <RuleLog rule={rule} />}
    </>
  );
}
