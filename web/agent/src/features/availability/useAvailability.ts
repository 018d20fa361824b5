import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { SetAvailabilityDocument, type AvailabilitySetInput, type PresenceFragment } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import { useTimes } from '../../lib/useTimes.js';
import { useRun } from '../settings/useRun.js';

type Wish = Pick<AvailabilitySetInput, 'agentId' | 'status' | 'until'> & { reassignReplies?: boolean };

/** Sets oneself or somebody else; what the server says is shown everywhere at once. */
export function useSetAvailability() {
  const { run, busy } = useRun();
  const set = useCallback(
    async ({ reassignReplies = false, ...wish }: Wish): Promise<boolean> => {
      const data = await run({
        document: SetAvailabilityDocument,
        variables: { input: { ...wish, reassignReplies, operationId: makeId('op') } },
        problems: (answer) => answer.availabilitySet.userErrors,
      });
      return data !== null;
    },
    [run],
  );
  return { set, busy };
}

/** Why it is what it is, in a few words; empty when there is nothing to say. */
export function useReason(): (presence: PresenceFragment) => string {
  const t = useT();
  const times = useTimes();
  return useCallback(
    ({ status, source, until, setByName }) => {
      const why: string[] = [];
      if (source === 'MANAGER') why.push(t('availability.setBy', { name: setByName ?? '' }));
      if (source === 'SCHEDULE' && status === 'AWAY') why.push(t('availability.bySchedule'));
      if (until) why.push(t('availability.until', { time: times.ahead(until) }));
      return why.join(' · ');
    },
    [t, times],
  );
}

/** How many open conversations are one's own, in all inboxes: those stay, also while one is away (S67). */
export function useKept(): string {
  const intl = useIntl();
  const { inboxes } = useShell();
  const open = inboxes.reduce((sum, { views }) => sum + (views.find(({ key }) => key === 'mine')?.count ?? 0), 0);
  return intl.formatMessage({ id: 'availability.keeps' }, { n: open });
}
