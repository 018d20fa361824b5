import { IconListSearch } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useT } from '../../app/intl.js';
import { keyOf, useFollowSavedViews, useSavedViews, type SavedView } from './useSavedViews.js';
import { useWhose, ViewMenu } from './ViewMenu.js';

/** The server counts no further. */
const LIMIT = 1000;

interface Props {
  inboxId: string;
  view: string;
  onPick: () => void;
}

/** The saved views in the left bar: own, of the team, for all, in the person's own order (D1). */
export function SavedViews({ inboxId, view, onPick }: Props) {
  const t = useT();
  const views = useSavedViews() ?? [];
  useFollowSavedViews();
  if (views.length === 0) return null;
  return (
    <div className="view-group">
      <h2>{t('saved.title')}</h2>
      {views.map((one) => (
        <SavedRow key={one.id} inboxId={inboxId} views={views} one={one} current={keyOf(one) === view} onPick={onPick} />
      ))}
    </div>
  );
}

interface RowProps extends Omit<Props, 'view'> {
  views: readonly SavedView[];
  one: SavedView;
  current: boolean;
}

function SavedRow({ inboxId, views, one, current, onPick }: RowProps) {
  const intl = useIntl();
  const whose = useWhose()(one);
  const navigate = useNavigate();
  const leave = () => {
    if (!current) return;
    const search = { c: undefined, status: undefined };
    void navigate({ to: '/inbox/$inboxId/$view', params: { inboxId, view: 'all' }, search });
  };
  return (
    <div className="saved-row">
      <Link
        className="vrow"
        to="/inbox/$inboxId/$view"
        params={{ inboxId, view: keyOf(one) }}
        search={{ c: undefined, status: undefined }}
        aria-current={current ? 'page' : undefined}
        title={whose}
        onClick={onPick}
      >
        <IconListSearch size={16} aria-hidden />
        <span className="el">{one.name}</span>
        {one.count > 0 && <span className="n">{one.count > LIMIT ? `${LIMIT}+` : intl.formatNumber(one.count)}</span>}
      </Link>
      <ViewMenu views={views} one={one} onRemove={leave} />
    </div>
  );
}
