import { Button } from '@balie/web-ui';
import { useState } from 'react';
import { useClient } from 'urql';
import { failureText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { RoutingPreviewDocument, type RoutingPreviewQuery } from '../../generated/graphql.js';
import { Candidates } from './Candidates.js';
import { inputOf, type RuleDraft } from './rule.js';

interface PreviewProps {
  inboxId: string;
  channelId: string | null;
  draft: RuleDraft;
  disabled: boolean;
}

/** Who would get the next conversation now, by what is on the screen. */
export function Preview({ inboxId, channelId, draft, disabled }: PreviewProps) {
  const t = useT();
  const client = useClient();
  const [shown, setShown] = useState<{ of: RuleDraft; answer: RoutingPreviewQuery['routingPreview'] } | null>(null);
  const ask = async () => {
    const variables = { inboxId, rule: inputOf(draft, channelId) };
    const { data, error } = await client.query(RoutingPreviewDocument, variables, { requestPolicy: 'network-only' }).toPromise();
    if (data) setShown({ of: draft, answer: data.routingPreview });
    else toast(error ? failureText(t, error) : t('error.unknown'), undefined, 'bad');
  };
  const answer = shown?.of === draft ? shown.answer : null;
  return (
    <div>
      <Button look="quiet" disabled={disabled} onClick={() => void ask()}>
        {t('routing.preview')}
      </Button>
      <div aria-live="polite">
        {answer && (
          <>
            <p>{answer.agent ? t('routing.would', { name: answer.agent.name }) : t('routing.nobody')}</p>
            <Candidates candidates={answer.candidates} />
          </>
        )}
      </div>
    </div>
  );
}
