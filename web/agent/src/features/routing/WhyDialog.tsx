import { Modal } from '@mantine/core';
import { useQuery } from 'urql';
import { PartTexts, useT } from '../../app/intl.js';
import { WhyRoutedDocument } from '../../generated/graphql.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from '../settings/Loaded.js';
import { Candidates } from './Candidates.js';
import { STRATEGY_HELP } from './rule.js';

const WHY = {
  NEW: 'why.NEW',
  REOPENED: 'why.REOPENED',
  PLACED: 'why.PLACED',
  AWAY: 'why.AWAY',
  BACKLOG: 'why.BACKLOG',
} as const;

interface WhyProps {
  conversationId: string;
  decisionId: string;
  onClose: () => void;
}

/** Why a conversation went where it went: the rule, whom it meant, and who was passed over for what (N13). */
export function WhyDialog(props: WhyProps) {
  return (
    <PartTexts part="routing">
      <Decision {...props} />
    </PartTexts>
  );
}

function Decision({ conversationId, decisionId, onClose }: WhyProps) {
  const t = useT();
  const times = useTimes();
  const [{ data, error }, again] = useQuery({
    query: WhyRoutedDocument,
    variables: { id: conversationId },
    requestPolicy: 'cache-and-network',
  });
  const node = data?.node?.__typename === 'Conversation' ? data.node : null;
  const decision = node?.routingDecisions.find(({ id }) => id === decisionId);
  return (
    <Modal opened onClose={onClose} title={t('why.title')} closeButtonProps={{ 'aria-label': t('close') }} centered>
      <Loaded ready={data !== undefined} error={error} onRetry={() => again()} empty={!decision && t('why.gone')}>
        {decision && (
          <>
            <p>
              {t(WHY[decision.occasion])}{' '}
              {decision.mode === 'UNASSIGNED' ? t('routing.UNASSIGNEDHelp') : t(STRATEGY_HELP[decision.strategy])}
            </p>
            <p>
              <b>
                {decision.agent
                  ? t('routing.would', { name: decision.agent.name })
                  : t(decision.outcome === 'WAITING' ? 'routing.nobody' : 'why.left')}
              </b>{' '}
              <time className="meta" dateTime={decision.at}>
                {times.full(decision.at)}
              </time>
            </p>
            <Candidates candidates={decision.candidates} />
          </>
        )}
      </Loaded>
    </Modal>
  );
}
