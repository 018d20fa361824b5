import { Modal } from '@mantine/core';
import { Button, Skeleton } from '@balie/web-ui';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../app/intl.js';
import { SelectField, TextField } from '../../components/fields.js';
import { ContactZoneDocument, MeetingFromDocument, type MeetingFromQuery } from '../../generated/crm.js';
import { now } from '../../lib/clock.js';
import { makeId } from '../../lib/ids.js';
import { isZone, ownZone } from '../../lib/zones.js';
import { AreaField } from './AreaField.js';
import { addressesOf, LENGTHS, spanOf, timesOf, whenIn, type Meeting, type MeetingForm } from './meetingForm.js';
import { useMeetingActions } from './useMeetingActions.js';

interface DialogProps {
  /** One that is there, and is moved or changed. */
  meeting?: Meeting;
  /** Where it is to be moved to, such as what somebody asked for. */
  proposed?: { startAt: string; endAt: string | null };
  contactId?: string;
  mail?: string | null;
  title?: string;
  /** It is sent there; else in a new conversation of an inbox. */
  conversationId?: string | null;
  onClose: () => void;
}

/** Invites somebody to a meeting, or moves one: day, time, length, and the clocks on both sides (S52). */
export function MeetingDialog(props: DialogProps) {
  const t = useT();
  const { contactId } = props;
  const [{ data: from }] = useQuery({ query: MeetingFromDocument });
  const [{ data: told, fetching }] = useQuery({
    query: ContactZoneDocument,
    variables: { id: contactId ?? '' },
    pause: !contactId,
  });
  const facts = told?.node?.__typename === 'Contact' ? told.node.told : [];
  const theirs = facts.find(({ name, value }) => /^time.?zone$/i.test(name) && isZone(value))?.value;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t(props.meeting ? 'crm.moveMeeting' : 'crm.addMeeting')}
      closeButtonProps={{ 'aria-label': t('close') }}
      size="lg"
    >
      {from && !fetching ? (
        <Form {...props} from={from} theirs={isZone(theirs) ? theirs : ''} />
      ) : (
        <Skeleton label={t('loading')} lines={6} />
      )}
    </Modal>
  );
}

function beginning({ meeting, proposed, mail, title }: DialogProps, own: string, theirs: string): MeetingForm {
  const timeZone = meeting?.timeZone ?? own;
  const start = proposed?.startAt ?? meeting?.startAt;
  const end = proposed ? proposed.endAt : meeting?.endAt;
  const date = (iso: string | null | undefined) => (iso ? new Date(iso) : null);
  const other = meeting ? (meeting.otherTimeZone ?? '') : theirs;
  return {
    title: meeting?.title ?? title ?? '',
    ...timesOf(date(start), date(end), timeZone, now()),
    timeZone,
    otherTimeZone: other === timeZone ? '' : other,
    attendees: meeting ? meeting.attendees.map(({ address }) => address).join(', ') : (mail ?? ''),
    location: meeting?.location ?? '',
    body: meeting?.body ?? '',
    text: '',
  };
}

/** Inboxes that can send an invitation and in which the viewer acts. */
const sending = ({ inboxes }: MeetingFromQuery) =>
  inboxes.filter(
    ({ inboxCan, composeFrom }) =>
      inboxCan.includes('ACT') && composeFrom.some(({ capabilities }) => capabilities.calendar === 'full'),
  );

function Form({ from, theirs, ...props }: DialogProps & { from: MeetingFromQuery; theirs: string }) {
  const t = useT();
  const { meeting, conversationId, onClose } = props;
  const { save, busy } = useMeetingActions();
  const own = from.viewer?.timeZone;
  // One id each for all tries: a repeat answers with the first result.
  const [ids] = useState(() => ({ id: meeting?.id ?? makeId('mtg'), newConversationId: makeId('cnv') }));
  const [form, setForm] = useState(() => beginning(props, isZone(own) ? own : ownZone(), theirs));
  const inboxes = sending(from);
  const [inboxId, setInboxId] = useState(inboxes[0]?.id ?? '');
  const set = (part: Partial<MeetingForm>) => setForm({ ...form, ...part });
  const span = spanOf(form);
  const needsInbox = !meeting && !conversationId;
  if (needsInbox && inboxes.length === 0) return <p className="alert">{t('crm.noInviter')}</p>;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!span) return;
    const { title, timeZone, otherTimeZone, location, body, text } = form;
    const sent = await save(
      {
        id: ids.id,
        messageId: makeId('msg'),
        title,
        startAt: span.startAt.toISOString(),
        endAt: span.endAt.toISOString(),
        timeZone,
        otherTimeZone: otherTimeZone || null,
        location: location || null,
        body: body || null,
        attendees: addressesOf(form.attendees),
        text: text || null,
        ...(meeting ? { expectedVersion: meeting.version } : {}),
        ...(needsInbox ? { inboxId, newConversationId: ids.newConversationId } : meeting ? {} : { conversationId }),
      },
      t(meeting ? 'crm.meetingMoved' : 'crm.meetingSent', { title }),
    );
    if (sent) onClose();
  };
  return (
    <form className="crm-form meeting-form" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('crm.title')}
        value={form.title}
        onChange={(title) => set({ title })}
        required
        maxLength={250}
        data-autofocus
      />
      <TimeFields form={form} set={set} wrong={!span} />
      <TextField
        label={t('crm.attendees')}
        help={t(meeting ? 'crm.attendeesLater' : 'crm.attendeesHelp')}
        value={form.attendees}
        onChange={(attendees) => set({ attendees })}
        required
      />
      <TextField label={t('crm.location')} value={form.location} onChange={(location) => set({ location })} maxLength={1000} />
      {needsInbox && (
        <SelectField
          label={t('crm.fromInbox')}
          value={inboxId}
          onChange={setInboxId}
          options={inboxes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <AreaField label={t('crm.description')} value={form.body} onChange={(body) => set({ body })} />
      <AreaField label={t('crm.meetingText')} value={form.text} onChange={(text) => set({ text })} />
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={!span}>
          {t(meeting ? 'crm.sendChange' : 'crm.sendInvite')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface TimeProps {
  form: MeetingForm;
  set: (part: Partial<MeetingForm>) => void;
  wrong: boolean;
}

function TimeFields({ form, set, wrong }: TimeProps) {
  const t = useT();
  const { locale } = useLocale();
  const span = spanOf(form);
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  const named = (zone: string) => (zones.some(({ value }) => value === zone) ? zones : [{ value: zone, label: zone }, ...zones]);
  const lengths = [...new Set<string>([...LENGTHS, form.minutes])].sort((a, b) => Number(a) - Number(b));
  return (
    <>
      <div className="meeting-when">
        <TextField label={t('crm.day')} type="date" value={form.day} onChange={(day) => set({ day })} required />
        <TextField label={t('crm.clock')} type="time" value={form.clock} onChange={(clock) => set({ clock })} required />
        <SelectField
          label={t('crm.length')}
          value={form.minutes}
          onChange={(minutes) => set({ minutes })}
          options={lengths.map((value) => ({ value, label: t('crm.lasted', { n: Number(value) }) }))}
        />
      </div>
      <div className="meeting-zones">
        <SelectField
          label={t('crm.zoneOwn')}
          value={form.timeZone}
          onChange={(timeZone) => set({ timeZone })}
          options={named(form.timeZone)}
        />
        <SelectField
          label={t('crm.zoneTheirs')}
          value={form.otherTimeZone}
          onChange={(otherTimeZone) => set({ otherTimeZone })}
          options={[{ value: '', label: t('crm.zoneSame') }, ...(form.otherTimeZone ? named(form.otherTimeZone) : zones)]}
        />
      </div>
      <div className="meeting-clocks" role="status">
        {wrong && <p className="field-error">{t('crm.noSuchTime')}</p>}
        {span && <p>{whenIn(locale, form.timeZone, span)}</p>}
        {span && form.otherTimeZone && <p>{whenIn(locale, form.otherTimeZone, span)}</p>}
      </div>
    </>
  );
}
