import { notifications } from '@mantine/notifications';
import { useEffect, useState, type ReactNode } from 'react';
import { now } from '../lib/clock.js';

export interface ToastAction {
  label: string;
  keys?: string | undefined;
  run: () => void;
}

interface ToastProps {
  text: string;
  action?: ToastAction | undefined;
  close: () => void;
}

function Toast({ text, action, close }: ToastProps): ReactNode {
  const act = () => {
    close();
    action?.run();
  };
  return (
    <span className="toast">
      <span>{text}</span>
      {action && (
        <button type="button" className="btn" onClick={act}>
          {action.label}
          {action.keys && <kbd>{action.keys}</kbd>}
        </button>
      )}
    </span>
  );
}

/** Tells the result of an action; at most three are shown, and Undo is in it while it can be undone (U6). */
export function toast(text: string, action?: ToastAction, tone: 'plain' | 'bad' = 'plain'): () => void {
  let id = '';
  const close = () => {
    notifications.hide(id);
  };
  id = notifications.show({
    message: <Toast text={text} action={action} close={close} />,
    autoClose: action ? 8000 : tone === 'bad' ? 8000 : 4000,
    withCloseButton: false,
    role: tone === 'bad' ? 'alert' : 'status',
    className: tone === 'bad' ? 'toast-bad' : undefined,
  });
  return close;
}

interface Countdown {
  /** Milliseconds of the clock at which it is too late. */
  until: number;
  text: (seconds: number) => string;
  action: ToastAction;
}

function Counting({ until, text, action, close }: Countdown & { close: () => void }): ReactNode {
  const left = () => Math.max(0, Math.ceil((until - now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(timer);
  }, [until]);
  return <Toast text={text(seconds)} action={action} close={close} />;
}

/** Something that can be taken back until a time, and how long that still is (D5). */
export function toastUntil(countdown: Countdown): () => void {
  let id = '';
  const close = () => {
    notifications.hide(id);
  };
  id = notifications.show({
    message: <Counting {...countdown} close={close} />,
    autoClose: Math.max(1000, countdown.until - now()),
    withCloseButton: false,
    // Said once, not with every second.
    role: 'status',
    'aria-live': 'off',
  });
  return close;
}

interface Running {
  text: string;
  done: number;
  /** Null as long as it is not known how much there is. */
  of: number | null;
  action?: ToastAction | undefined;
}

/** How far something is that the server does by itself; stays until it is closed. Called again, it shows the new state. */
export function toastRunning({ text, done, of, action }: Running, shown?: { id: string; close: () => void }) {
  const id = shown?.id ?? `running-${now()}`;
  const close = shown?.close ?? (() => notifications.hide(id));
  const message = (
    <span className="toast toast-running">
      <span className="toast-what">
        <span>{text}</span>
        <progress value={of === null ? undefined : Math.min(done, of)} max={of ?? undefined} aria-hidden />
      </span>
      {action && (
        <button type="button" className="btn" onClick={action.run}>
          {action.label}
        </button>
      )}
    </span>
  );
  // Said once, not with every step.
  const options = { id, message, autoClose: false as const, withCloseButton: false, role: 'status', 'aria-live': 'off' as const };
  if (shown) notifications.update(options);
  else notifications.show(options);
  return { id, close };
}
