import { Button } from '@balie/web-ui';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useClient } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';
import { ConversationToTryDocument, TryRuleDocument, type TryRuleQuery } from '../../generated/automation.js';
import { inputOf, type RuleDraft } from './draft.js';

type Trial = NonNullable<TryRuleQuery['automationTry']['trial']>;

/** What the rule, as it is being written, would do with a conversation; nothing is changed (N13). */
export function TryRule({ draft, disabled }: { draft: RuleDraft; disabled: boolean }) {
  const t = useT();
  const client = useClient();
  const [number, setNumber] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [found, setFound] = useState<{ subject: string; draft: RuleDraft; trial: Trial } | null>(null);
  const able = !disabled && !busy && /^\s*#?\d{1,9}\s*$/.test(number);
  const attempt = async () => {
    setBusy(true);
    setFound(null);
    const asked = { number: Number(number.replace('#', '')) };
    const { data, error } = await client.query(ConversationToTryDocument, asked, { requestPolicy: 'network-only' }).toPromise();
    const conversation = data?.conversationByNumber;
    if (!conversation) setFailed(error ? outcomeText(t, error, []) : t('auto.tryNone'));
    else {
      const variables = { rule: inputOf(draft), conversationId: conversation.id };
      const answer = await client.query(TryRuleDocument, variables, { requestPolicy: 'network-only' }).toPromise();
      const trial = answer.data?.automationTry.trial;
      setFailed(outcomeText(t, answer.error, answer.data?.automationTry.userErrors));
      if (trial) setFound({ subject: conversation.subject, draft, trial });
    }
    setBusy(false);
  };
  // Enter in here tries; it does not save.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (able) void attempt();
  };
  return (
    <fieldset className="group">
      <legend>{t('auto.try')}</legend>
      <p className="help">{t('auto.tryHelp')}</p>
      <div className="rule-part">
        <TextField
          label={t('auto.number')}
          value={number}
          onChange={setNumber}
          onKeyDown={onKeyDown}
          inputMode="numeric"
          autoComplete="off"
        />
        <Button busy={busy} disabled={!able} onClick={() => void attempt()}>
          <IconPlayerPlay size={16} aria-hidden />
          {t('auto.tryNow')}
        </Button>
      </div>
      <div role="status">
        {failed && <p className="field-error">{failed}</p>}
        {found && <Found {...found} />}
      </div>
    </fieldset>
  );
}

function Found({ subject, draft, trial }: { subject: string; draft: RuleDraft; trial: Trial }) {
  const t = useT();
  const { inScope, met, conditions, actions } = trial;
  return (
    <>
      <p>{t(met ? 'auto.tryMet' : inScope ? 'auto.tryUnmet' : 'auto.tryOutside', { subject })}</p>
      <ul className="results">
        {conditions.map((holds, index) => (
          <li key={`if ${String(index)}`} className={holds ? 'meta' : 'field-error'}>
            {t(`autoField.${draft.conditions[index]?.field ?? 'SUBJECT'}`)}: {t(holds ? 'auto.holds' : 'auto.holdsNot')}
          </li>
        ))}
        {met &&
          actions.map(({ kind, outcome, reason }, index) => (
            <li key={`then ${String(index)}`} className={outcome === 'FAILED' ? 'field-error' : 'meta'}>
              {t(`autoDo.${kind}`)}: {reason ? t(`autoWhy.${reason}`) : t(`autoDid.${outcome}`)}
            </li>
          ))}
      </ul>
    </>
  );
}
