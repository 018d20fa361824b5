import { Menu } from '@mantine/core';
import { Button, IconButton } from '@balie/web-ui';
import { IconDots, IconMail, IconTicket, IconUserEdit, IconUserMinus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { PartTexts, useT, type TextKey } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { ContactPageDocument, RecordCountsDocument, type RecordType } from '../../generated/crm.js';
import { mayCompose } from '../compose/ComposeLayer.js';
import { AssociateForm } from './AssociateForm.js';
import { Facts } from './Facts.js';
import { RecordSection } from './RecordSection.js';
import { KINDS } from './recordTypes.js';
import { useContactActions } from './useContactActions.js';
import { useFresh } from './useFresh.js';
import { useMailTo } from './useMailTo.js';
import '../../styles/crm.css';

const MeetingDialog = lazy(() => import('./MeetingDialog.js').then((module) => ({ default: module.MeetingDialog })));

interface PanelProps {
  contactId: string;
  conversation: { id: string; version: number; subject: string };
  mail: string | null;
  phone: string | null;
  /** The viewer may act in the conversation, so that what he makes is tied to it. */
  mayTie: boolean;
}

/** What of a contact is kept beside the conversation, and the ways to add to it (S46 to S54, S61). */
export function Panel(props: PanelProps) {
  return (
    <PartTexts part="crm">
      <Sections {...props} />
    </PartTexts>
  );
}

const ORDER: readonly RecordType[] = ['TICKET', 'DEAL', 'TASK', 'NOTE', 'CALL', 'MEETING', 'COMPANY'];
const MENU: readonly [RecordType, TextKey][] = [
  ['CALL', 'crm.addCall'],
  ['NOTE', 'crm.addNote'],
  ['TASK', 'crm.addTask'],
  ['MEETING', 'crm.addMeeting'],
  ['DEAL', 'crm.addDeal'],
  ['COMPANY', 'crm.addCompany'],
];

function Sections({ contactId, conversation, mail, phone, mayTie }: PanelProps) {
  const t = useT();
  const [adding, setAdding] = useState<RecordType | 'associate' | null>(null);
  const { inboxes } = useShell();
  const mailTo = useMailTo();
  const { tie } = useContactActions();
  const [{ data }, again] = useQuery({
    query: RecordCountsDocument,
    variables: { id: contactId },
    requestPolicy: 'cache-and-network',
  });
  useFresh(() => again({ requestPolicy: 'network-only' }));
  const contact = data?.node?.__typename === 'Contact' ? data.node : null;
  const counts = contact?.recordCounts ?? [];
  const linkIds = (type: RecordType) => (mayTie && type !== 'COMPANY' ? [conversation.id, contactId] : [contactId]);
  return (
    <>
      <div className="sec crm-head">
        <Button look="tint" onClick={() => setAdding('TICKET')}>
          <IconTicket size={16} aria-hidden />
          {t(KINDS.TICKET.add)}
        </Button>
        <Menu withinPortal position="bottom-end">
          <Menu.Target>
            <IconButton label={t('crm.more')} icon={<IconDots size={18} />} aria-haspopup="menu" />
          </Menu.Target>
          <Menu.Dropdown>
            {mail && (
              <Menu.Item
                leftSection={<IconMail size={16} aria-hidden />}
                disabled={!mayCompose(inboxes)}
                onClick={() => mailTo(mail)}
              >
                {t('crm.mail')}
              </Menu.Item>
            )}
            {MENU.map(([type, text]) => {
              const Mark = KINDS[type].icon;
              return (
                <Menu.Item key={type} leftSection={<Mark size={16} aria-hidden />} onClick={() => setAdding(type)}>
                  {t(text)}
                </Menu.Item>
              );
            })}
            {mayTie && (
              <>
                <Menu.Divider />
                <Menu.Item leftSection={<IconUserEdit size={16} aria-hidden />} onClick={() => setAdding('associate')}>
                  {t('crm.associate')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconUserMinus size={16} aria-hidden />}
                  onClick={() => void tie(conversation, null, contactId)}
                >
                  {t('crm.disassociate')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      {adding === 'associate' && (
        <div className="sec">
          <AssociateForm conversation={conversation} before={contactId} onDone={() => setAdding(null)} />
        </div>
      )}
      {adding === 'MEETING' && (
        <Suspense fallback={null}>
          <MeetingDialog
            contactId={contactId}
            mail={mail}
            title={conversation.subject}
            conversationId={mayTie ? conversation.id : null}
            onClose={() => setAdding(null)}
          />
        </Suspense>
      )}
      <AboutFacts contactId={contactId} />
      {ORDER.map((type) => (
        <RecordSection
          key={`${contactId} ${type}`}
          type={type}
          toId={contactId}
          count={counts.find((one) => one.type === type)?.total ?? 0}
          linkIds={linkIds(type)}
          also={type === 'COMPANY' ? (contact?.companies ?? []) : []}
          adding={adding === type}
          onAdding={(open) => setAdding(open ? type : null)}
          title={type === 'TICKET' || type === 'DEAL' ? conversation.subject : ''}
          phone={phone ?? ''}
        />
      ))}
    </>
  );
}

/** The facts that the admin chose for this place (S60), and how much lies where the viewer may not look (S62). */
function AboutFacts({ contactId }: { contactId: string }) {
  const t = useT();
  const [{ data }, again] = useQuery({
    query: ContactPageDocument,
    variables: { id: contactId },
    requestPolicy: 'cache-and-network',
  });
  useFresh(() => again({ requestPolicy: 'network-only' }), ['contact.', 'contactProperty.']);
  const contact = data?.node?.__typename === 'Contact' ? data.node : null;
  if (!contact || !data) return null;
  return (
    <div className="sec">
      <Facts contact={contact} properties={data.contactProperties.filter(({ inAbout }) => inAbout)} />
      {contact.hiddenConversations > 0 && <p className="meta">{t('crm.hidden', { n: contact.hiddenConversations })}</p>}
    </div>
  );
}

/** A conversation with nobody we know: tie it to somebody (S53). */
export function Unknown({ conversation }: Pick<PanelProps, 'conversation'>) {
  return (
    <PartTexts part="crm">
      <div className="sec">
        <AssociateForm conversation={conversation} before={null} onDone={null} />
      </div>
    </PartTexts>
  );
}
