import { Modal } from '@mantine/core';
import { useQuery } from 'urql';
import { PartTexts, useT, type TextKey } from '../../app/intl.js';
import { WhyRoutedDocument, type WhyRoutedQuery } from '../../generated/graphql.js';
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

type Node = Extract<NonNullable<WhyRoutedQuery['node']>, { __typename: 'Conversation' }>;

/** How it was chosen, in words: by whose contact it is, by the strategy, or not at all. */
function helpOf({ mode, strategy, outcome, agent, candidates }: Node['routingDecisions'][number]): TextKey {
  if (mode === 'UNASSIGNED') return 'routing.UNASSIGNEDHelp';
  if (mode === 'SPECIFIC') return STRATEGY_HELP[strategy];
  const owner = candidates.find((one) => one.owner);
  if (!owner) return 'why.noOwner';
  return outcome === 'ASSIGNED' && owner.skipped === null && agent ? 'why.owner' : 'why.ownerSkipped';
}

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
    <Modal opened onClose={onClose} title={t('why.title')} centered>
      <Loaded ready={data !== undefined} error={error} onRetry={() => again()} empty={!decision && t('why.gone')}>
        {decision && (
          <>
            <p>
              {t(WHY[decision.occasion])} {t(helpOf(decision))}
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
