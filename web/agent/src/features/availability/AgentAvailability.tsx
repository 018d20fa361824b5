import { Button } from '@balie/web-ui';
import { useT } from '../../app/intl.js';
import type { AgentPresentFragment } from '../../generated/graphql.js';
import { useReason, useSetAvailability } from './useAvailability.js';
import { Word } from './Word.js';

/** In a list of people: whether somebody is there and why, and for who may set him a button (D21). */
export function AgentAvailability({ agent }: { agent: AgentPresentFragment }) {
  const t = useT();
  const { set, busy } = useSetAvailability();
  const reason = useReason();
  const { presence } = agent;
  const away = presence.status === 'AWAY';
  // Whoever chose to be away himself comes back himself.
  const fixed = away && presence.source === 'MANUAL';
  const why = reason(presence);
  return (
    <>
      <span className="agent-presence">
        <Word status={presence.status} />
        {why && <small className="help">{why}</small>}
      </span>
      {presence.viewerCanSet && !fixed && (
        <Button look="quiet" busy={busy} onClick={() => void set({ agentId: agent.id, status: away ? 'AVAILABLE' : 'AWAY' })}>
          {t(away ? 'availability.setAvailable' : 'availability.setAway')}
          <span className="vh"> {agent.name}</span>
        </Button>
      )}
    </>
  );
}
