import { Menu } from '@mantine/core';
import { IconChevronDown, IconCornerUpLeft, IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useT } from '../../app/intl.js';
import type { AddressFragment, RouteFragment } from '../../generated/graphql.js';
import { TimeLeft } from '../../components/TimeLeft.js';
import { shownValue } from '../../lib/person.js';
import { AddressField } from './AddressField.js';
import { keyOf, strangers } from './addresses.js';
import { NO_OVERRIDES, type DraftContent, type Overrides } from './content.js';
import { RouteMenu } from './RouteMenu.js';
import type { Refusal } from './useSend.js';

const named = (people: readonly AddressFragment[]): Map<string, string> =>
  new Map(people.flatMap((one) => (one.name ? [[keyOf(one.value), one.name] as const] : [])));
const values = (people: readonly AddressFragment[]): string[] => people.map((one) => one.value);

interface HeadProps {
  routes: readonly RouteFragment[];
  route: RouteFragment;
  content: DraftContent;
  refusal: Refusal | null;
  onRoute: (id: string) => void;
  onChange: (overrides: Overrides) => void;
  /** Back to the answer that the server would choose; only where another message is answered. */
  onLatest: (() => void) | null;
  answers: string | null;
  onSubmit: (thenClose: boolean) => void;
}

/** Whom the answer goes to and by which way: as the server would address it, and open to be changed (G3). */
export function ReplyHead(props: HeadProps) {
  const { routes, route, content, refusal, onRoute, onChange, onLatest, answers } = props;
  const t = useT();
  const [editing, setEditing] = useState(false);
  const untouched = content.to === null && content.cc === null && content.bcc === null;
  // Sent: the fields close, and show again whom the server would take.
  useEffect(() => {
    if (untouched) setEditing(false);
  }, [untouched]);
  const open = editing || refusal?.field === 'address' || refusal?.field === 'to';
  return (
    <>
      {route.side && (
        <p className="side-strip">
          <IconCornerUpLeft size={14} aria-hidden />
          {t('composer.side', { names: route.to.map((one) => one.name || shownValue(one.value)).join(', ') })}
        </p>
      )}
      {answers && onLatest && (
        <p className="answers meta">
          {t('composer.answers', { what: answers })}
          <button type="button" className="link" onClick={onLatest}>
            <IconX size={12} aria-hidden /> {t('composer.answersLatest')}
          </button>
        </p>
      )}
      <div className="recipients" data-open={open || undefined}>
        <WhoMenu route={route} content={content} onChange={onChange} />
        {open ? <Fields {...props} /> : <Line route={route} content={content} onEdit={() => setEditing(true)} />}
        {route.closesAt && <TimeLeft until={route.closesAt} />}
        <RouteMenu routes={routes} route={route} onRoute={onRoute} />
      </div>
    </>
  );
}

/** To all, or only to the sender: what each of them means is the server's to say. */
function WhoMenu({ route, content, onChange }: Pick<HeadProps, 'route' | 'content' | 'onChange'>) {
  const t = useT();
  const others = route.to.length + route.cc.length > route.single.length;
  if (!others) return null;
  const single = content.to !== null && content.to.join() === values(route.single).join() && content.cc?.length === 0;
  const onlySender = () => onChange({ to: values(route.single), cc: [], bcc: content.bcc });
  const toAll = () => onChange({ ...NO_OVERRIDES, bcc: content.bcc });
  const count = route.to.length + route.cc.length;
  return (
    <Menu withinPortal position="top-start">
      <Menu.Target>
        <button type="button" className="btn quiet who" aria-haspopup="menu">
          {t(single ? 'composer.toSender' : 'composer.toAll', { n: count })}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={toAll}>{t('composer.toAll', { n: count })}</Menu.Item>
        <Menu.Item onClick={onlySender}>
          {t('composer.toSender')} <span className="meta">{values(route.single).join(', ')}</span>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function known(route: RouteFragment): Set<string> {
  return new Set([...route.to, ...route.cc, ...route.single].map((one) => keyOf(one.value)));
}

function Line({ route, content, onEdit }: { route: RouteFragment; content: DraftContent; onEdit: () => void }) {
  const t = useT();
  const names = named([...route.to, ...route.cc]);
  const shown = (list: readonly string[]) => list.map((value) => names.get(keyOf(value)) ?? shownValue(value)).join(', ');
  const [to, cc, bcc] = [content.to ?? values(route.to), content.cc ?? values(route.cc), content.bcc ?? []];
  const copies = [cc.length > 0 && `${t('mail.cc')}: ${shown(cc)}`, bcc.length > 0 && `${t('mail.bcc')}: ${shown(bcc)}`];
  const editable = route.capabilities.compose.some((field) => field === 'to' || field === 'cc' || field === 'bcc');
  const fresh = strangers([...to, ...cc, ...bcc], known(route));
  return (
    <button
      type="button"
      className="recipient-line"
      disabled={!editable}
      onClick={onEdit}
      title={[...to, ...cc, ...bcc].join(', ')}
    >
      <span className="meta">{t('mail.to')}: </span>
      <span className="el">{[shown(to), ...copies].filter(Boolean).join(' · ')}</span>
      {fresh.length > 0 && <span className="chip-new">{t('address.newCount', { n: fresh.length })}</span>}
      {editable && <span className="vh"> {t('composer.editRecipients')}</span>}
    </button>
  );
}

function Fields({ route, content, refusal, onChange, onSubmit }: HeadProps) {
  const t = useT();
  const first = useRef<HTMLInputElement>(null);
  const people = useMemo(() => [...route.to, ...route.cc, ...route.single], [route]);
  const names = useMemo(() => named(people), [people]);
  const [copies, setCopies] = useState(false);
  useEffect(() => first.current?.focus(), []);
  const { to, cc, bcc } = content;
  const now = { to: to ?? values(route.to), cc: cc ?? values(route.cc), bcc: bcc ?? [] };
  const can = (field: string) => route.capabilities.compose.includes(field);
  const shared = { kind: route.to[0]?.kind ?? 'email', names, known: known(route), onSubmit };
  const set = (part: Partial<Overrides>) => onChange({ to, cc, bcc, ...part });
  const showBcc = copies || now.bcc.length > 0;
  return (
    <div className="recipient-fields">
      {can('to') && (
        <AddressField
          {...shared}
          inputRef={first}
          label={t('mail.to')}
          values={now.to}
          onChange={(next) => set({ to: next })}
          error={refusal?.field === 'to' ? refusal.reason : null}
        />
      )}
      {can('cc') && (
        <AddressField
          {...shared}
          label={t('mail.cc')}
          values={now.cc}
          onChange={(next) => set({ cc: next })}
          after={
            can('bcc') &&
            !showBcc && (
              <button type="button" className="link" onClick={() => setCopies(true)}>
                {t('mail.bcc')}
              </button>
            )
          }
        />
      )}
      {can('bcc') && showBcc && (
        <AddressField {...shared} label={t('mail.bcc')} values={now.bcc} onChange={(next) => set({ bcc: next })} />
      )}
    </div>
  );
}
