import { Avatar, Button } from '@balie/web-ui';
import { IconArrowMerge, IconEraser, IconMail, IconPackageExport, IconPhone } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { NotFound } from '../../app/NotFound.js';
import { useShell } from '../../app/ShellProvider.js';
import { ContactPageDocument, RecordCountsDocument, type ContactFactsFragment, type RecordType } from '../../generated/crm.js';
import { personName } from '../../lib/person.js';
import { makeId } from '../../lib/ids.js';
import { mayCompose } from '../compose/ComposeLayer.js';
import { Loaded } from '../settings/Loaded.js';
import { CrmShell } from './CrmShell.js';
import { ExportContact } from './transfer/ExportContact.js';
import { EraseContact } from './EraseContact.js';
import { Addresses, Facts } from './Facts.js';
import { MergePanel, Merges } from './MergePanel.js';
import { NameField } from './NameField.js';
import { Callers } from './Callers.js';
import { RecordForm } from './RecordForm.js';
import { RecordSection } from './RecordSection.js';
import { KINDS } from './recordTypes.js';
import { Timeline } from './Timeline.js';
import { useContactActions } from './useContactActions.js';
import { useFresh } from './useFresh.js';
import { useMailTo } from './useMailTo.js';

/** One contact: what is known of him, everything that happened, and what hangs on him (ux 4.5). */
export function ContactPage({ id }: { id: string }) {
  const t = useT();
  const [merging, setMerging] = useState(false);
  const [{ data, error, fetching }, again] = useQuery({
    query: ContactPageDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  useFresh(() => again({ requestPolicy: 'network-only' }), ['contact.', 'contactProperty.']);
  const contact = data?.node?.__typename === 'Contact' ? data.node : null;
  if (data && !contact && !fetching) return <NotFound />;
  const name = contact ? (personName(contact) ?? t('contact.unknown')) : t('crm.contacts');
  return (
    <CrmShell
      title={name}
      current="contacts"
      actions={contact && <Actions contact={contact} onMerge={() => setMerging(!merging)} />}
    >
      <Loaded ready={contact !== null} error={error} onRetry={() => again()}>
        {contact && (
          <div className="crm-record">
            <section className="panel" aria-label={t('about.facts')}>
              <div className="person">
                <Avatar name={name} />
                <NameField contact={contact} name={name} />
              </div>
              <Addresses contact={contact} />
              <Facts contact={contact} properties={data?.contactProperties ?? []} />
            </section>
            <div>
              {merging && <MergePanel winnerId={id} onDone={() => setMerging(false)} />}
              <Merges merges={contact.merges} />
              <Adding
                contactId={id}
                phone={contact.identities.find(({ kind }) => kind === 'phone')?.value ?? ''}
                mail={contact.identities.find(({ kind }) => kind === 'email')?.value ?? null}
              />
              <Timeline id={id} />
              {contact.hiddenConversations > 0 && <p className="meta">{t('crm.hidden', { n: contact.hiddenConversations })}</p>}
            </div>
            <Side contactId={id} />
          </div>
        )}
      </Loaded>
    </CrmShell>
  );
}

function Actions({ contact, onMerge }: { contact: ContactFactsFragment; onMerge: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const { inboxes } = useShell();
  const mailTo = useMailTo();
  const { remove, busy } = useContactActions();
  const find = (kind: string) => contact.identities.find((identity) => identity.kind === kind)?.value;
  const [mail, phone] = [find('email'), find('phone')];
  const [erasing, setErasing] = useState(false);
  const [exporting, setExporting] = useState(false);
  const leave = () => navigate({ to: '/contacts' });
  const discard = async () => {
    if (await remove([contact])) await leave();
  };
  return (
    <span className="row-actions">
      {mail && (
        <Button disabled={!mayCompose(inboxes)} onClick={() => mailTo(mail)}>
          <IconMail size={16} aria-hidden />
          {t('crm.mail')}
        </Button>
      )}
      {phone && <Dial phone={phone} contactId={contact.id} />}
      {contact.deletedAt ? (
        <Button busy={busy} onClick={() => void remove([contact], true)}>
          {t('crm.restore')}
        </Button>
      ) : (
        contact.contactCan.includes('EDIT') && (
          <>
            <Button onClick={onMerge}>
              <IconArrowMerge size={16} aria-hidden />
              {t('crm.merge')}
            </Button>
            <Button look="danger" busy={busy} onClick={() => void discard()}>
              {t('crm.delete')}
            </Button>
          </>
        )
      )}
      {contact.contactCan.includes('EXPORT') && (
        <Button look="quiet" onClick={() => setExporting(true)}>
          <IconPackageExport size={16} aria-hidden />
          {t('crm.exportData')}
        </Button>
      )}
      {contact.contactCan.includes('ERASE') && (
        <Button look="quiet" onClick={() => setErasing(true)}>
          <IconEraser size={16} aria-hidden />
          {t('crm.erase')}
        </Button>
      )}
      {exporting && <ExportContact contactId={contact.id} onClose={() => setExporting(false)} />}
      {erasing && <EraseContact contactId={contact.id} onClose={() => setErasing(false)} onDone={() => void leave()} />}
    </span>
  );
}

/** Calls by the plugin that takes over calls, else by the telephone of whoever looks (S49). */
function Dial({ phone, contactId }: { phone: string; contactId: string }) {
  const t = useT();
  const [id, setId] = useState(() => makeId('cll'));
  return (
    <Callers
      phone={phone}
      about={{ id, linkIds: [contactId] }}
      onTaken={() => setId(makeId('cll'))}
      otherwise={
        <a className="btn" href={`tel:${phone.replaceAll(/[^\d+*#]/g, '')}`}>
          <IconPhone size={16} aria-hidden />
          {t('crm.dialShort')}
        </a>
      }
    />
  );
}

const MeetingDialog = lazy(() => import('./MeetingDialog.js').then((module) => ({ default: module.MeetingDialog })));

const QUICK: readonly RecordType[] = ['NOTE', 'TASK', 'CALL', 'MEETING'];

/** The row above the timeline that adds to it. */
function Adding({ contactId, phone, mail }: { contactId: string; phone: string; mail: string | null }) {
  const t = useT();
  const [adding, setAdding] = useState<RecordType | null>(null);
  return (
    <>
      <div className="row-actions crm-quick">
        {QUICK.map((type) => {
          const Mark = KINDS[type].icon;
          return (
            <Button key={type} aria-expanded={adding === type} onClick={() => setAdding(adding === type ? null : type)}>
              <Mark size={16} aria-hidden />
              {t(KINDS[type].add)}
            </Button>
          );
        })}
      </div>
      {adding === 'MEETING' && (
        <Suspense fallback={null}>
          <MeetingDialog contactId={contactId} mail={mail} onClose={() => setAdding(null)} />
        </Suspense>
      )}
      {adding && adding !== 'MEETING' && (
        <div className="panel">
          <RecordForm key={adding} type={adding} linkIds={[contactId]} phone={phone} onDone={() => setAdding(null)} />
        </div>
      )}
    </>
  );
}

const SIDE: readonly RecordType[] = ['TICKET', 'DEAL', 'TASK', 'COMPANY'];

function Side({ contactId }: { contactId: string }) {
  const [adding, setAdding] = useState<RecordType | null>(null);
  const [{ data }, again] = useQuery({
    query: RecordCountsDocument,
    variables: { id: contactId },
    requestPolicy: 'cache-and-network',
  });
  useFresh(() => again({ requestPolicy: 'network-only' }));
  const contact = data?.node?.__typename === 'Contact' ? data.node : null;
  const counts = contact?.recordCounts ?? [];
  return (
    <div className="crm-side">
      {SIDE.map((type) => (
        <RecordSection
          key={type}
          type={type}
          toId={contactId}
          count={counts.find((one) => one.type === type)?.total ?? 0}
          linkIds={[contactId]}
          also={type === 'COMPANY' ? (contact?.companies ?? []) : []}
          adding={adding === type}
          onAdding={(open) => setAdding(open ? type : null)}
        />
      ))}
    </div>
  );
}
