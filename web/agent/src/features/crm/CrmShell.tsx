import { IconAddressBook, IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { PartTexts, useT } from '../../app/intl.js';
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
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of the pages about people and work: the lists at the left, one of them or one record beside them. */
export function CrmShell({ title, current, actions, children }: ShellProps) {
  const t = useT();
  useEffect(() => {
    document.title = t('settings.tab', { page: title });
  }, [t, title]);
  return (
    <div className="settings crm-page">
      <aside className="side" aria-label={t('crm.lists')}>
        <Link className="vrow" to="/">
          <IconArrowLeft size={16} aria-hidden />
          <span className="el">{t('settings.back')}</span>
        </Link>
        <nav aria-label={t('crm.lists')}>
          <Link className="vrow" to="/contacts" search={{}} aria-current={current === 'contacts' ? 'page' : undefined}>
            <IconAddressBook size={16} aria-hidden />
            <span className="el">{t('crm.contacts')}</span>
          </Link>
          {LISTS.map((list) => (
            <Link
              key={list.path}
              className="vrow"
              to="/$kind"
              params={{ kind: list.path }}
              search={{}}
              aria-current={list.path === current ? 'page' : undefined}
            >
              <list.icon size={16} aria-hidden />
              <span className="el">{t(list.many)}</span>
            </Link>
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
