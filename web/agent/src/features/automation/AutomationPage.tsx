import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { PartTexts, useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import {
  AutomationRulesDocument,
  DeleteRuleDocument,
  OrderRulesDocument,
  SaveRuleDocument,
  type RuleLineFragment,
  type SaveRuleMutation,
} from '../../generated/automation.js';
import { Loaded } from '../settings/Loaded.js';
import { useRun } from '../settings/useRun.js';
import { makeId } from '../../lib/ids.js';
import { draftOf, inputOf } from './draft.js';
import { RuleEditor } from './RuleEditor.js';
import { RuleItem } from './RuleItem.js';
import '../../styles/automation.css';

/** What is done by itself when something happens, with its own texts. */
export function AutomationPage() {
  return (
    <PartTexts part="automation">
      <Rules />
    </PartTexts>
  );
}

function Rules() {
  const t = useT();
  const { inboxes } = useShell();
  const { run, busy } = useRun();
  const [after, setAfter] = useState<string | null>(null);
  /** Of the pages before the one that is asked for. */
  const [earlier, setEarlier] = useState<readonly RuleLineFragment[]>([]);
  const [{ data, error }, again] = useQuery({
    query: AutomationRulesDocument,
    variables: { after },
    requestPolicy: 'cache-and-network',
  });
  const [editing, setEditing] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<RuleLineFragment | null>(null);
  const refresh = () => {
    setEarlier([]);
    setAfter(null);
    again({ requestPolicy: 'network-only' });
  };
  const page = data?.automationRules.nodes ?? [];
  const rules = [...earlier.filter(({ id }) => !page.some((rule) => rule.id === id)), ...page];
  const next = data?.automationRules.pageInfo.hasNextPage ? data.automationRules.pageInfo.endCursor : null;
  const managed = inboxes.filter(({ inboxCan }) => inboxCan.includes('MANAGE'));
  const swap = async (at: number, by: 1 | -1) => {
    const ids = [rules[at], rules[at + by]].flatMap((rule) => (rule ? [rule.id] : []));
    const variables = { ids: by === 1 ? ids.toReversed() : ids };
    await run({ document: OrderRulesDocument, variables, problems: (answer) => answer.automationRulesOrder.userErrors });
    refresh();
  };
  const editor = {
    inboxes: managed,
    onCancel: () => setEditing(null),
    onSaved: () => {
      setEditing(null);
      refresh();
    },
  };
  if (managed.length === 0) return <p className="meta">{t('auto.noInbox')}</p>;
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
      {editing !== 'new' && (
        <div className="filters">
          <Button look="tint" onClick={() => setEditing('new')}>
            <IconPlus size={16} aria-hidden />
            {t('auto.add')}
          </Button>
        </div>
      )}
      {editing === 'new' && <RuleEditor {...editor} />}
      {data && rules.length === 0 && editing !== 'new' && (
        <div className="panel">
          <h2>{t('auto.none')}</h2>
          <p className="meta">{t('auto.noneHelp')}</p>
        </div>
      )}
      {rules.length > 1 && <p className="meta">{t('auto.order')}</p>}
      {rules.length > 0 && (
        <ol className="lines rules" aria-label={t('auto.list')}>
          {rules.map((rule, at) => (
            <li key={rule.id}>
              {rule.id === editing ? (
                <RuleEditor rule={rule} {...editor} />
              ) : (
                <RuleItem
                  rule={rule}
                  inboxes={managed}
                  busy={busy}
                  onUp={at > 0 ? () => void swap(at, -1) : undefined}
                  onDown={at + 1 < rules.length ? () => void swap(at, 1) : undefined}
                  onEdit={() => setEditing(rule.id)}
                  onDelete={() => setDeleting(rule)}
                  onChanged={refresh}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {next && (
        <Button
          onClick={() => {
            setEarlier(rules);
            setAfter(next);
          }}
        >
          {t('more')}
        </Button>
      )}
      {deleting && <DeleteDialog rule={deleting} onClose={() => setDeleting(null)} onDone={refresh} />}
    </Loaded>
  );
}

interface DeleteProps {
  rule: RuleLineFragment;
  onClose: () => void;
  onDone: () => void;
}

function DeleteDialog({ rule, onClose, onDone }: DeleteProps) {
  const { id, name, version, active } = rule;
  const t = useT();
  const { run, busy } = useRun();
  // What it did is gone with it; what it says comes back under an id of its own.
  const restore = async () => {
    const input = { id: makeId('aru'), name, active, rule: inputOf(draftOf(rule)) };
    const problems = (answer: SaveRuleMutation) => answer.automationRuleSave.userErrors;
    if (await run({ document: SaveRuleDocument, variables: { input }, problems })) toast(t('auto.restored', { name }));
    onDone();
  };
  const remove = async () => {
    const done = await run({
      document: DeleteRuleDocument,
      variables: { id, expectedVersion: version },
      problems: (answer) => answer.automationRuleDelete.userErrors,
    });
    onClose();
    if (done) toast(t('auto.deleted', { name }), { label: t('undo'), run: () => void restore() });
    onDone();
  };
  return (
    <Modal opened onClose={onClose} title={t('auto.deleteTitle', { name })}>
      <p>{t('auto.deleteHelp')}</p>
      <div className="row-actions">
        <Button look="danger" busy={busy} onClick={() => void remove()} data-autofocus>
          {t('auto.deleteYes')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
