import { useQuery } from 'urql';
import { PartTexts, useT } from '../../app/intl.js';
import { AgentHoursDocument } from '../../generated/settings.js';
import { Loaded } from '../settings/Loaded.js';
import { HoursForm } from './HoursForm.js';
import { OwnChoice } from './OwnChoice.js';

/** Whether one takes new conversations, and when one works (S65 to S69, D20), with its own texts. */
export function AvailabilityPage() {
  return (
    <PartTexts part="routing">
      <Own />
    </PartTexts>
  );
}

function Own() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: AgentHoursDocument, requestPolicy: 'cache-and-network' });
  const viewer = data?.viewer;
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={() => again()} empty={viewer === null && t('error.unknown')}>
      {viewer && (
        <>
          <OwnChoice agent={viewer} />
          <HoursForm key={viewer.workingHours?.version ?? 0} agent={viewer} />
        </>
      )}
    </Loaded>
  );
}
