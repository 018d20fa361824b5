import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useLocale, useT, type TextKey } from '../../app/intl.js';
import { now } from '../../lib/clock.js';
import { AreaField } from './AreaField.js';
import { whenIn, type Meeting } from './meetingForm.js';
import { useMeetingActions } from './useMeetingActions.js';

const MeetingDialog = lazy(() => import('./MeetingDialog.js').then((module) => ({ default: module.MeetingDialog })));

type Attendee = Meeting['attendees'][number];
const ANSWERS = {
  NEEDS_ACTION: 'crm.answerNone',
  ACCEPTED: 'crm.answerYes',
  DECLINED: 'crm.answerNo',
  TENTATIVE: 'crm.answerPerhaps',
} as const satisfies Record<Attendee['answer'], TextKey>;
const LOST: readonly string[] = ['FAILED', 'BOUNCED', 'UNCERTAIN'];

/** When it is on both sides, where, who comes, and what can be done about it (S52). */
export function MeetingFacts({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const { locale } = useLocale();
  const { cancelledAt, timeZone, otherTimeZone, location, attendees, invitation } = meeting;
  const span = { startAt: new Date(meeting.startAt), endAt: new Date(meeting.endAt) };
  return (
    <div className="meeting" data-off={cancelledAt !== null || undefined}>
      {cancelledAt !== null && <p className="late">{t('crm.calledOff')}</p>}
      <p className="meeting-time">{whenIn(locale, timeZone, span)}</p>
      {otherTimeZone && <p className="meta">{whenIn(locale, otherTimeZone, span)}</p>}
      {location && <Place location={location} />}
      {invitation && LOST.includes(invitation.deliveryStatus ?? '') && <p className="late">{t('crm.inviteLost')}</p>}
      <ul className="meeting-people" aria-label={t('crm.attendees')}>
        {attendees.map((one) => (
          <li key={one.address}>
            <Person attendee={one} meeting={meeting} />
          </li>
        ))}
      </ul>
      {meeting.recordCan.includes('EDIT') && !meeting.deletedAt && cancelledAt === null && span.endAt.getTime() > now() && (
        <Actions meeting={meeting} />
      )}
    </div>
  );
}

function Place({ location }: { location: string }) {
  if (!/^https:\/\/\S+$/.test(location)) return <p className="meta">{location}</p>;
  return (
    <a className="meta" href={location} target="_blank" rel="noopener noreferrer">
      {location}
    </a>
  );
}

function Person({ attendee, meeting }: { attendee: Attendee; meeting: Meeting }) {
  const t = useT();
  const { locale } = useLocale();
  const { name, address, answer, comment, proposal } = attendee;
  const [moving, setMoving] = useState(false);
  const span = proposal?.startAt
    ? { startAt: new Date(proposal.startAt), endAt: new Date(proposal.endAt ?? proposal.startAt) }
    : null;
  const editable = meeting.recordCan.includes('EDIT') && meeting.cancelledAt === null;
  return (
    <>
      <span>{name ?? address}</span>{' '}
      <span className="meeting-answer" data-answer={answer}>
        {t(ANSWERS[answer])}
      </span>
      {comment && <p className="crm-body">{comment}</p>}
      {proposal && (
        <p className="meeting-wish">
          {span ? t('crm.asksFor', { when: whenIn(locale, meeting.timeZone, span) }) : t('crm.asksOther')}{' '}
          {span && editable && (
            <Button look="quiet" onClick={() => setMoving(true)}>
              {t('crm.takeTime')}
            </Button>
          )}
        </p>
      )}
      {moving && proposal?.startAt && (
        <Suspense fallback={null}>
          <MeetingDialog
            meeting={meeting}
            proposed={{ startAt: proposal.startAt, endAt: proposal.endAt }}
            onClose={() => setMoving(false)}
          />
        </Suspense>
      )}
    </>
  );
}

function Actions({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="row-actions">
      <Button onClick={() => setOpen('move')}>{t('crm.moveMeeting')}</Button>
      <Button look="quiet" onClick={() => setOpen('cancel')}>
        {t('crm.callOff')}
      </Button>
      {open === 'move' && (
        <Suspense fallback={null}>
          <MeetingDialog meeting={meeting} onClose={close} />
        </Suspense>
      )}
      {open === 'cancel' && <CallOff meeting={meeting} onClose={close} />}
    </div>
  );
}

/** Asks before all who are invited are told that it does not take place. */
function CallOff({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useT();
  const { cancel, busy } = useMeetingActions();
  const [text, setText] = useState('');
  const callOff = async () => {
    const input = { id: meeting.id, text: text || null, expectedVersion: meeting.version };
    if (await cancel(input, t('crm.meetingOff', { title: meeting.title }))) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('crm.callOffTitle', { title: meeting.title })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className="crm-form">
        <p>{t('crm.callOffTold', { n: meeting.attendees.length })}</p>
        <AreaField label={t('crm.meetingText')} value={text} onChange={setText} />
        <div className="row-actions">
          <Button look="danger" busy={busy} onClick={() => void callOff()}>
            {t('crm.callOff')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('crm.keepMeeting')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
