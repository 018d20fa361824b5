import { IconListSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useT } from '../../../app/intl.js';
import { useFollowSavedViews, useSavedViews, type SavedView } from '../../search/useSavedViews.js';
import { useWhose, ViewMenu } from '../../search/ViewMenu.js';
import { pathOf, type CrmList } from './views.js';

/** The saved views of the list that is shown, below its name (D1). */
export function ListViews({ list }: { list: CrmList }) {
  const t = useT();
  const views = useSavedViews(list) ?? [];
  useFollowSavedViews(list);
  const { view } = useSearch({ strict: false }) as { view?: string };
  if (views.length === 0) return null;
  return (
    <div className="crm-views" role="group" aria-label={t('saved.title')}>
      {views.map((one) => (
        <ViewRow key={one.id} views={views} one={one} path={pathOf(list)} current={one.id === view} />
      ))}
    </div>
  );
}

interface RowProps {
  views: readonly SavedView[];
  one: SavedView;
  path: string;
  current: boolean;
}

function ViewRow({ views, one, path, current }: RowProps) {
  const whose = useWhose()(one);
  const navigate = useNavigate();
  const leave = () => {
    if (current) void navigate({ to: '/$kind', params: { kind: path }, search: {} });
  };
  return (
    <div className="saved-row">
      <Link
        className="vrow"
        to="/$kind"
        params={{ kind: path }}
        search={{ view: one.id }}
        aria-current={current ? 'page' : undefined}
        title={whose}
      >
        <IconListSearch size={16} aria-hidden />
        <span className="el">{one.name}</span>
      </Link>
      <ViewMenu views={views} one={one} onRemove={leave} />
    </div>
  );
}
