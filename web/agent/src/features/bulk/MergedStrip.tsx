import { Button } from '@balie/web-ui';
import { IconGitMerge } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import { MergedDocument } from '../../generated/bulk.js';
import { titleOf } from '../../lib/title.js';
import type { Conversation } from '../thread/types.js';
import { useMerging } from './useMerging.js';

/** Stands where what became part of another conversation was: the way there, and the way back (N12). */
export function MergedStrip({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const { undo } = useMerging();
  const [{ data }] = useQuery({ query: MergedDocument, variables: { id: conversation.id }, requestPolicy: 'network-only' });
  const into = data?.node?.__typename === 'Conversation' ? data.node.mergedInto : null;
  const merge = into?.merges.find(({ from }) => from?.id === conversation.id);
  return (
    <div className="place-strip" role="note">
      <p>
        <IconGitMerge size={16} aria-hidden />
        <span>
          <b>{t('merge.into')}</b>{' '}
          {into && (
            <Link to="/c/$number" params={{ number: String(into.number) }}>
              #{into.number} {titleOf(t, into)}
            </Link>
          )}
        </span>
      </p>
      {merge && (
        <div className="row-actions">
          <Button look="tint" onClick={() => void undo(merge.id, 'merge.undone')}>
            {t('merge.undo')}
          </Button>
        </div>
      )}
    </div>
  );
}
