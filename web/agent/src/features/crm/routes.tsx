import { Boundary } from '@balie/web-ui';
import { useParams, useSearch } from '@tanstack/react-router';
import { PartFailed } from '../../app/Failed.js';
import { NotFound } from '../../app/NotFound.js';
import { ContactPage } from './ContactPage.js';
import { ContactsPage } from './ContactsPage.js';
import { CrmScreen } from './CrmShell.js';
import { RecordPage } from './RecordPage.js';
import { RecordsPage } from './RecordsPage.js';
import { typeAt } from './recordTypes.js';

const failed = (error: Error, retry: () => void) => <PartFailed error={error} onRetry={retry} />;

/** `/tickets`, `/deals`, `/tasks`, `/companies`: the list that the address names. */
export function RecordsRoute() {
  const { kind } = useParams({ from: '/$kind' });
  const search = useSearch({ from: '/$kind' });
  const type = typeAt(kind);
  if (!type) return <NotFound />;
  return (
    <CrmScreen>
      <Boundary resetKey={kind} fallback={failed}>
        <RecordsPage key={type} type={type} search={search} />
      </Boundary>
    </CrmScreen>
  );
}

/** One record. */
export function RecordRoute() {
  const { kind, id } = useParams({ from: '/$kind/$id' });
  const type = typeAt(kind);
  if (!type) return <NotFound />;
  return (
    <CrmScreen>
      <Boundary resetKey={id} fallback={failed}>
        <RecordPage key={id} id={id} type={type} />
      </Boundary>
    </CrmScreen>
  );
}

/** `/contacts`. */
export function ContactsRoute() {
  const search = useSearch({ from: '/contacts' });
  return (
    <CrmScreen>
      <Boundary fallback={failed}>
        <ContactsPage search={search} />
      </Boundary>
    </CrmScreen>
  );
}

/** One contact. */
export function ContactRoute() {
  const { id } = useParams({ from: '/contacts/$id' });
  return (
    <CrmScreen>
      <Boundary resetKey={id} fallback={failed}>
        <ContactPage key={id} id={id} />
      </Boundary>
    </CrmScreen>
  );
}
