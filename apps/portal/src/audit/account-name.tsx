import type { AuditEventView } from '@lien-ket/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { get } from '../client/client.js';
import { reads } from '../client/reads.js';
import { Failure } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { useMayDo } from '../session/rights.js';

type Shown = 'hidden' | 'asked' | { readonly name: string } | { readonly error: unknown };

/**
 * Who acted: asked for by a click, since each reading is recorded. It is no query that the page might ask again by
 * itself, and it is forgotten when the page is left.
 */
export function AccountName({ actor }: { actor: AuditEventView['actor'] }) {
  const { t } = useWords();
  const mayDo = useMayDo();
  const [shown, setShown] = useState<Shown>('hidden');
  if (actor.kind !== 'person' || !mayDo('accounts.get')) return null;
  const ask = () => {
    setShown('asked');
    get(reads.accountPerson(actor.account)).then(
      ({ name }) => setShown({ name }),
      (error: unknown) => setShown({ error }),
    );
  };
  if (shown === 'asked') return <div role="status">{t('page.loading')}</div>;
  if (shown === 'hidden')
    return (
      <div>
        <Button size="small" title={t('audit.nameRecorded')} onClick={ask}>
          {t('audit.seeName')}
        </Button>
      </div>
    );
  if ('error' in shown) return <Failure error={shown.error} again={ask} />;
  return <div role="status">{shown.name}</div>;
}
