import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import type { AddressFragment, RouteFragment } from '../../generated/graphql.js';

/** Addresses that replace the ones the server would take; null keeps the server's. */
export interface Overrides {
  to: string[] | null;
  cc: string[] | null;
  bcc: string[] | null;
}
export const NO_OVERRIDES: Overrides = { to: null, cc: null, bcc: null };
type Field = keyof Overrides;
const LABELS: Record<Field, TextKey> = { to: 'mail.to', cc: 'mail.cc', bcc: 'mail.bcc' };

const split = (text: string): string[] =>
  text
    .split(/[,;\s]+/)
    .map((part) => part.trim())
    .filter(Boolean);
const shown = (people: readonly AddressFragment[]): string => people.map((one) => one.name || one.value).join(', ');
const values = (people: readonly AddressFragment[]): string => people.map((one) => one.value).join(', ');

interface RecipientsProps {
  routes: readonly RouteFragment[];
  route: RouteFragment;
  overrides: Overrides;
  onRoute: (id: string) => void;
  onChange: (overrides: Overrides) => void;
}

/** Who gets the answer, and by which way; opened to change it. */
export function Recipients({ routes, route, overrides, onRoute, onChange }: RecipientsProps) {
  const t = useT();
  const [editing, setEditing] = useState(false);
  const untouched = overrides === NO_OVERRIDES;
  // Sent: the fields close, and show again whom the server would take.
  useEffect(() => {
    if (untouched) setEditing(false);
  }, [untouched]);
  const fields = (['to', 'cc', 'bcc'] as const).filter((field) => route.capabilities.compose.includes(field));
  const to = overrides.to ? overrides.to.join(', ') : shown(route.to);
  const cc = overrides.cc ? overrides.cc.join(', ') : shown(route.cc);
  const line = [to, cc && `${t('mail.cc')}: ${cc}`, overrides.bcc?.length && `${t('mail.bcc')}: ${overrides.bcc.join(', ')}`]
    .filter(Boolean)
    .join(' · ');
  return (
    <div className="recipients">
      {editing ? (
        <div className="recipient-fields">
          {fields.map((field) => (
            <RecipientField
              key={field}
              field={field}
              start={overrides[field]?.join(', ') ?? values(field === 'to' ? route.to : field === 'cc' ? route.cc : [])}
              onChange={(text) => onChange({ ...overrides, [field]: split(text) })}
            />
          ))}
        </div>
      ) : (
        <button
          type="button"
          className="recipient-line"
          disabled={fields.length === 0}
          onClick={() => setEditing(true)}
          title={values(route.to)}
        >
          <span className="meta">{t('mail.to')}: </span>
          <span className="el">{line}</span>
          {fields.length > 0 && <span className="vh"> {t('composer.editRecipients')}</span>}
        </button>
      )}
      <RouteMenu routes={routes} route={route} onRoute={onRoute} />
    </div>
  );
}

function RecipientField({ field, start, onChange }: { field: Field; start: string; onChange: (text: string) => void }) {
  const t = useT();
  const [text, setText] = useState(start);
  return (
    <label>
      <span>{t(LABELS[field])}</span>
      <input
        className="input"
        inputMode="email"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(event.target.value);
        }}
      />
    </label>
  );
}

function RouteMenu({ routes, route, onRoute }: Pick<RecipientsProps, 'routes' | 'route' | 'onRoute'>) {
  const t = useT();
  const via = (one: RouteFragment) => t('composer.via', { account: one.channel.account || one.channel.name });
  if (routes.length < 2) return <span className="meta el via">{via(route)}</span>;
  return (
    <Menu withinPortal position="top-end">
      <Menu.Target>
        <button type="button" className="btn quiet via" aria-haspopup="menu">
          <span className="el">{via(route)}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {routes.map((one) => (
          <Menu.Item key={one.id} onClick={() => onRoute(one.id)} disabled={one.blockedBy !== null}>
            {via(one)}
            {one.blockedBy && (
              <span className="meta">
                {' '}
                {t(one.blockedBy === 'WINDOW_CLOSED' ? 'error.WINDOW_CLOSED' : 'composer.routeBlocked')}
              </span>
            )}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
