import { QueryCache, QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import viVN from 'antd/locale/vi_VN';
import 'dayjs/locale/vi';
import { useEffect } from 'react';
import { BrowserRouter } from 'react-router';
import { remember } from './client/client.js';
import { isProblem } from './client/problem.js';
import { shouldRetry, useRead } from './client/queries.js';
import { reads } from './client/reads.js';
import { listen } from './client/stream.adapter.js';
import { ErrorBoundary } from './layout/error-boundary.js';
import { Shell } from './layout/shell.js';
import { Loaded } from './layout/states.js';
import { useWords, WordsProvider } from './messages/words.js';
import { Pages } from './pages.js';
import { useMayDo } from './session/rights.js';
import { SignIn } from './session/sign-in.js';

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      // The session has ended somewhere else: ask whose it is now.
      if (isProblem(error) && error.status === 401 && queryKey[1] !== '/auth/session')
        void client.invalidateQueries({ queryKey: ['one', '/auth/session'] });
    },
  }),
  defaultOptions: { queries: { retry: shouldRetry, staleTime: 15_000, refetchOnWindowFocus: false } },
});

/** The gateway puts the nonce of this answer's content security policy here. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/**
 * Where dialogs and lists open. Not the body itself: there antd locks the scrolling with a style tag that has no
 * nonce, which the content security policy refuses; our own style sheet locks it instead.
 */
const floor = (): HTMLElement => document.getElementById('floor') ?? document.body;

const THEME = {
  token: {
    colorPrimary: '#0b5cad',
    colorLink: '#0b5cad',
    colorError: '#b3141d',
    colorTextPlaceholder: '#66717c',
    colorTextDescription: '#52606d',
    borderRadius: 6,
    fontSize: 15,
    fontFamily: "'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, sans-serif",
  },
};

/** Whoever is signed in hears of changes as they happen. */
function Live() {
  const queries = useQueryClient();
  const may = useMayDo()('stream.get');
  useEffect(() => (may ? listen(() => void queries.invalidateQueries()) : undefined), [queries, may]);
  return null;
}

function Door() {
  const session = useRead(reads.session());
  return (
    <Loaded query={session}>
      {(known) => {
        if (!known.signedIn) return <SignIn session={known} />;
        remember({ csrf: known.csrf ?? '' });
        return (
          <>
            <Live />
            <Shell>
              <Pages />
            </Shell>
          </>
        );
      }}
    </Loaded>
  );
}

function Dressed() {
  const { language } = useWords();
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={language === 'vi' ? viVN : enUS}
      theme={THEME}
      getPopupContainer={floor}
      wave={{ disabled: true }}
    >
      <App>
        <ErrorBoundary>
          <BrowserRouter>
            <Door />
          </BrowserRouter>
        </ErrorBoundary>
      </App>
    </ConfigProvider>
  );
}

export function Portal() {
  return (
    <QueryClientProvider client={client}>
      <WordsProvider>
        <Dressed />
      </WordsProvider>
    </QueryClientProvider>
  );
}
