import { lazy, Suspense, useState } from 'react';
import { useT } from '../../app/intl.js';

const WhyDialog = lazy(() => import('../routing/WhyDialog.js').then((module) => ({ default: module.WhyDialog })));

/** Beside a line about who got the conversation: why (N13). */
export function Why({ conversationId, decisionId }: { conversationId: string; decisionId: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      {' '}
      <button type="button" className="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('why.ask')}
      </button>
      {open && (
        <Suspense>
          <WhyDialog conversationId={conversationId} decisionId={decisionId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
