import { IconAddressBook, IconArrowLeft } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { Fragment, useEffect, type ReactNode } from 'react';
import { PartTexts, useT } from '../../app/intl.js';
import { useCurrentInSight } from '../../lib/useCurrentInSight.js';
import { ListViews } from './lists/ListViews.js';
import type { CrmList } from './lists/views.js';
import { Bell } from '../notifications/Bell.js';
import { KINDS } from './recordTypes.js';
import '../../styles/pages.css';
import '../../styles/crm.css';

/** Loads the texts of this part before its screens. */
export function CrmScreen({ children }: { children: ReactNode }) {
  return <PartTexts part="crm">{children}</PartTexts>;
}

const LISTS = [KINDS.TICKET, KINDS.DEAL, KINDS.TASK, KINDS.COMPANY];

interface ShellProps {
  title: string;
  /** Path of the list that is shown or that the record is of. */
  current: string;
  /** The list that is shown, whose saved views stand below its name. */
  list?: CrmList;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of the pages about people and work: the lists at the left, one of them or one record beside them. */
export function CrmShell({ title, current, list: shown, actions, children }: ShellProps) {
  const t = useT();
  const { view } = useSearch({ strict: false }) as { view?: string };
  useEffect(() => {
    document.title = t('settings.tab', { page: title });
  }, [t, title]);
  const menu = useCurrentInSight(view ?? current);
  return (
    <div className="settings crm-page">
      <aside className="side" aria-label={t('crm.lists')}>
        <Link className="vrow" to="/">
          <IconArrowLeft size={16} aria-hidden />
          <span className="el">{t('settings.back')}</span>
        </Link>
        <Bell />
        <nav ref={menu} aria-label={t('crm.lists')}>
          <Link className="vrow" to="/contacts" search={{}} aria-current={current === 'contacts' && !view ? 'page' : undefined}>
            <IconAddressBook size={16} aria-hidden />
            <span className="el">{t('crm.contacts')}</span>
          </Link>
          {shown === 'CONTACTS' && <ListViews list={shown} />}
          {LISTS.map((list) => (
            <Fragment key={list.path}>
              <Link
                className="vrow"
                to="/$kind"
                params={{ kind: list.path }}
                search={{}}
                aria-current={list.path === current && !view ? 'page' : undefined}
              >
                <list.icon size={16} aria-hidden />
                <span className="el">{t(list.many)}</span>
              </Link>
              {shown && list.path === current && <ListViews list={shown} />}
            </Fragment>
          ))}
        </nav>
      </aside>
      <main className="settings-main crm-main">
        <header>
          <h1>{title}</h1>
          {actions}
        </header>
        {children}
      </main>
    </div>
  );
}
