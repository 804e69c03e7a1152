import type { MeView } from '@lien-ket/contracts';
import { NavLink } from 'react-router';
import { useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import type { MessageKey } from '../messages/vi.js';
import { useWords } from '../messages/words.js';
import { hasRole, isPlatformAdmin, seesOverview } from '../session/rights.js';

interface Entry {
  readonly to: string;
  readonly title: MessageKey;
}

const WORK: readonly Entry[] = [
  { to: '/agreements', title: 'nav.agreements' },
  { to: '/plans', title: 'nav.plans' },
  { to: '/amendments', title: 'nav.amendments' },
  { to: '/activities', title: 'nav.activities' },
  { to: '/difficulties', title: 'nav.difficulties' },
  { to: '/obligations', title: 'nav.obligations' },
  { to: '/registers/organisations', title: 'nav.registers' },
  { to: '/notifications', title: 'nav.notices' },
];

const AUDIT: readonly Entry[] = [
  { to: '/history', title: 'nav.history' },
  { to: '/audit', title: 'nav.audit' },
];

function entriesOf(me: MeView): readonly Entry[] {
  const home: Entry = { to: '/', title: 'nav.home' };
  if (me.assignments.length === 0) return [home];
  if (isPlatformAdmin(me))
    return [
      home,
      { to: '/tenants', title: 'nav.tenants' },
      ...(me.demo ? [{ to: '/demonstration', title: 'nav.demonstration' } as const] : []),
    ];
  const overview: readonly Entry[] = seesOverview(me) ? [{ to: '/overview', title: 'nav.overview' }] : [];
  const audit: readonly Entry[] = hasRole(me, 'auditor') ? AUDIT : [];
  const operations: readonly Entry[] = hasRole(me, 'admin', 'auditor')
    ? [{ to: '/operations', title: 'nav.operations' }]
    : [];
  return [home, ...overview, ...WORK, ...audit, ...operations];
}

export function Menu({ me, onGo }: { me: MeView; onGo?(): void }) {
  const { t } = useWords();
  const { data } = useRead(
    reads.notifications({ unread: 'true', limit: 1 }),
    me.assignments.length > 0 && !isPlatformAdmin(me),
  );
  const unread = data?.items.some(({ read }) => !read) ? data.total : 0;
  return (
    <ul className="menu">
      {entriesOf(me).map(({ to, title }) => (
        <li key={to}>
          <NavLink to={to} end={to === '/'} onClick={() => onGo?.()}>
            {t(title)}
            {title === 'nav.notices' && unread > 0 && (
              <span className="count" aria-label={t('notices.unread', { n: unread })} role="status">
                {unread}
              </span>
            )}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
