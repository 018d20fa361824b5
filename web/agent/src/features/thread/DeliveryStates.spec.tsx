import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import en from '../../i18n/en.json' with { type: 'json' };
import { now } from '../../lib/clock.js';
import { PerRecipient, Summary } from './DeliveryStates.js';
import type { Mail } from './types.js';

type One = Mail['deliveries'][number];
const to = (value: string, status: One['status'], more: Partial<One> = {}): One => ({
  id: `dlv_${value}`,
  recipient: { kind: 'email', value, name: null },
  status,
  ...{ attempts: 1, nextAttemptAt: null, reason: null, note: null, providerId: null, transport: null, degraded: [] },
  ...more,
});
const show = (node: ReactNode) =>
  render(
    <IntlProvider locale="en" messages={en}>
      {node}
    </IntlProvider>,
  );
const lines = () => screen.queryAllByRole('listitem').map((line) => line.textContent);
const message = (part: Partial<Mail>) => ({ heldUntil: null, scheduled: false, deliveries: [], ...part }) as unknown as Mail;
afterEach(cleanup);

describe('the state of each recipient (D7)', () => {
  it('is one line as long as all is well, and each with the server’s id when asked for', () => {
    show(<PerRecipient deliveries={[to('a@x.nl', 'SENT', { providerId: '250 abc' }), to('b@x.nl', 'SENT')]} />);
    expect(lines()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Delivery details' }));
    expect(lines()).toEqual(['a@x.nl · SentKnown there as 250 abc', 'b@x.nl · Sent']);
  });

  it('is shown for all once they differ, with the words of the far side', () => {
    show(<PerRecipient deliveries={[to('a@x.nl', 'SENT'), to('b@x.nl', 'FAILED', { reason: '550 User unknown' })]} />);
    expect(lines()).toEqual(['a@x.nl · Sent', 'b@x.nl · Not sent550 User unknown']);
  });

  it('says when it is tried again, and how often it was', () => {
    const at = new Date(now() + 60_000).toISOString();
    const late = to('b@x.nl', 'DEFERRED', { reason: '451 Later', nextAttemptAt: at, attempts: 3 });
    show(<PerRecipient deliveries={[to('a@x.nl', 'SENT'), late]} />);
    expect(lines()[1]).toMatch(/^b@x\.nl · Deferred, will be tried again Next try at .*\d\d:\d\d.*451 Later$/);
    fireEvent.click(screen.getByRole('button', { name: 'Delivery details' }));
    expect(lines()[1]).toContain('3 attempts');
  });

  it('names nobody where there is only one, who failed', () => {
    show(<PerRecipient deliveries={[to('a@x.nl', 'BOUNCED', { reason: 'Mailbox full' })]} />);
    expect(lines()).toEqual(['Mailbox full']);
  });
});

describe('the state of the message', () => {
  it('counts the seconds in which it can be taken back, and names the time that was chosen', () => {
    const { unmount } = show(<Summary message={message({ heldUntil: new Date(now() + 9500).toISOString() })} status="HELD" />);
    expect(document.body.textContent).toMatch(/^Leaves in (?:9|10) s$/);
    unmount();
    const tomorrow = new Date(now());
    tomorrow.setDate(tomorrow.getDate() + 1);
    tomorrow.setHours(9, 0, 0, 0);
    show(<Summary message={message({ heldUntil: tomorrow.toISOString(), scheduled: true })} status="HELD" />);
    expect(document.body.textContent).toMatch(/^Leaves tomorrow, 0?9:00/);
  });
});
