import { Button, Input } from 'antd';
import { useState } from 'react';
import type { DemoAccount, SessionView } from '../client/reads.js';
import { Logo } from '../layout/logo.js';
import { Nothing } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { matches, roleName } from '../words/names.js';

function signInAddress(account?: string): string {
  const search = new URLSearchParams({ returnTo: `${location.pathname}${location.search}` });
  if (account) search.set('account', account);
  return `/auth/sign-in?${search}`;
}

function groupsOf(
  accounts: readonly DemoAccount[],
): readonly (readonly [string | null, readonly DemoAccount[]])[] {
  const tenants = [...new Set(accounts.map(({ tenant }) => tenant))];
  return tenants.map((tenant) => [tenant, accounts.filter((each) => each.tenant === tenant)] as const);
}

function People({ accounts }: { accounts: readonly DemoAccount[] }) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const found = accounts.filter((each) =>
    matches(
      [each.name, each.organisationName, each.tenantName, roleName(each.role, t), each.account].join(' '),
      query,
    ),
  );
  return (
    <section className="panel">
      <header>
        <h2>{t('session.demo')}</h2>
      </header>
      <p className="quiet">{t('session.demoHint')}</p>
      <Input.Search
        aria-label={t('session.search')}
        placeholder={t('session.search')}
        allowClear
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      <div className="people" role="region" aria-label={t('session.demo')} tabIndex={0}>
        {found.length === 0 && <Nothing>{t('session.none')}</Nothing>}
        {groupsOf(found).map(([tenant, people]) => (
          <div key={tenant}>
            <h3>{people[0]?.tenantName ?? tenant ?? t('role.platform-admin')}</h3>
            <ul>
              {people.map(({ account, name, organisationName, organisation, role }) => (
                <li key={account}>
                  <a href={signInAddress(account)}>
                    <strong>{name}</strong> ·{' '}
                    {[roleName(role, t), organisationName ?? organisation].filter(Boolean).join(', ')}
                    <br />
                    <span className="quiet">{account}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

/** What somebody sees who is not signed in. */
export function SignIn({ session }: { session: SessionView }) {
  const { t, language, choose } = useWords();
  return (
    <div className="door">
      <main>
        <div className="brand">
          <Logo size={56} />
          <div>
            <h1>{t('app.name')}</h1>
            <div className="quiet">{t('app.tagline')}</div>
          </div>
        </div>
        <section className="panel">
          <header>
            <h2>{t('session.welcome')}</h2>
          </header>
          <p>{t('session.intro')}</p>
          <div className="acts">
            <Button type="primary" size="large" href={signInAddress()}>
              {t('session.signIn')}
            </Button>
            <Button
              size="large"
              type="text"
              lang={language === 'vi' ? 'en' : 'vi'}
              onClick={() => choose(language === 'vi' ? 'en' : 'vi')}
            >
              {language === 'vi' ? 'English' : 'Tiếng Việt'}
            </Button>
          </div>
        </section>
        {session.accounts && session.accounts.length > 0 && <People accounts={session.accounts} />}
      </main>
    </div>
  );
}
