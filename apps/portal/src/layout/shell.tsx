import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { MeView } from '@lien-ket/contracts';
import { post } from '../client/client.js';
import { useMe, useOrganisations } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { organisationName, roleName } from '../words/names.js';
import { Logo } from './logo.js';
import { Menu } from './menu.js';

async function signOut() {
  await post('/auth/sign-out', {});
  location.assign('/');
}

function Who({ me }: { me: MeView }) {
  const { t } = useWords();
  const { find } = useOrganisations();
  const assignment = me.assignments[0];
  const known = find(assignment?.organisationId);
  const organisation = known ? organisationName(known, t) : assignment?.organisation;
  return (
    <div className="who">
      <strong>{me.name}</strong>
      {assignment ? [roleName(assignment.role, t), organisation].filter(Boolean).join(', ') : me.tenantName}
    </div>
  );
}

function Tools() {
  const { t, language, choose } = useWords();
  return (
    <div className="tools">
      <Button
        size="small"
        lang={language === 'vi' ? 'en' : 'vi'}
        onClick={() => choose(language === 'vi' ? 'en' : 'vi')}
      >
        {language === 'vi' ? 'English' : 'Tiếng Việt'}
      </Button>
      <Button size="small" onClick={() => void signOut()}>
        {t('app.signOut')}
      </Button>
    </div>
  );
}

/** The frame of every page after signing in. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState(false);
  const show = () => {
    setGone(false);
    setOpen(true);
  };
  const go = () => {
    setGone(true);
    setOpen(false);
  };
  return (
    <div className="frame">
      <header className="top">
        <a className="skip" href="#content">
          {t('app.skip')}
        </a>
        <Button className="menu-button" aria-label={t('app.menu')} onClick={show}>
          ☰
        </Button>
        <Link to="/" className="brand">
          <Logo />
          {t('app.name')}
        </Link>
        {me && <Who me={me} />}
        <Tools />
      </header>
      {me?.demo && (
        <aside className="demo" aria-label={t('nav.demonstration')}>
          <strong>{t('app.demoDay', { day: day(me.businessDate) })}</strong>
          {t('app.demoNote')}
        </aside>
      )}
      <nav className="side" aria-label={t('app.navigation')}>
        {me && <Menu me={me} />}
      </nav>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="left"
        size={280}
        title={t('app.name')}
        // Who chose a page begins at its heading; who closed the menu comes back to its button.
        focusable={{ focusTriggerAfterClose: !gone }}
      >
        <nav aria-label={t('app.navigation')}>{me && <Menu me={me} onGo={go} />}</nav>
      </Drawer>
      <main id="content" className="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
