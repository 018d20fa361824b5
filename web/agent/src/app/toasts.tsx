import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

export interface ToastAction {
  label: string;
  keys?: string;
  run: () => void;
}

function Toast({ text, action, close }: { text: string; action?: ToastAction; close: () => void }): ReactNode {
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
