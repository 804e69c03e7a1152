import './browser-buffer.js';
import { SENTENCES, type Verification } from '@lien-ket/audit-log';
import { Alert, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { useArrival } from '../layout/arrival.js';
import { useWords } from '../messages/words.js';
import { verifyFile } from './verify-file.js';

interface Policy {
  readonly name: string;
  readonly text: string;
}

/** A policy is text for people; a bundle is JSON. */
const isBundle = async (file: File): Promise<boolean> => (await file.slice(0, 1).text()) === '{';

async function textOf(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch {
    return '';
  }
}

const TONES = {
  OK: 'success',
  'ERASED-FIELDS': 'info',
  'CANNOT-DECIDE': 'warning',
  INCOMPLETE: 'error',
  TAMPERED: 'error',
} as const;

function Found({ found }: { found: Verification }) {
  const { t, language } = useWords();
  const { verdict, first, faults, checkpoint, witnesses, operators, events, streams, folded, logged } = found;
  const named = witnesses.map((name) => (operators.includes(name) ? t('verify.operator', { name }) : name));
  const names = named.join(', ') || t('verify.unwitnessed');
  return (
    <section aria-live="polite" data-verdict={verdict}>
      <Alert type={TONES[verdict]} showIcon title={`${verdict}: ${t(`verify.${verdict}`)}`} />
      {first && (
        <p>
          <strong>{t('verify.first')}:</strong> {SENTENCES[first.code][language]} <code>{first.code}</code>{' '}
          {first.at}
        </p>
      )}
      {faults.length > 1 && <p>{t('verify.faults', { n: faults.length })}</p>}
      {checkpoint && (
        <ul>
          <li>{t('verify.log', { origin: checkpoint.origin, n: checkpoint.size })}</li>
          <li>{t('verify.contents', { n: events, streams: streams.length })}</li>
          <li>{t('verify.witnesses', { names })}</li>
          {folded && <li>{t('verify.folded')}</li>}
          {logged && <li>{t('verify.logged')}</li>}
        </ul>
      )}
    </section>
  );
}

/** Verifies a dropped bundle in the browser: nothing is sent, and no network is needed. */
export function VerifyPage() {
  const { t } = useWords();
  const heading = useArrival();
  const [bundle, setBundle] = useState<File>();
  const [policy, setPolicy] = useState<Policy>();
  const [found, setFound] = useState<Verification | 'unsupported'>();
  useEffect(() => {
    let isCurrent = true;
    if (bundle)
      void verifyFile(bundle, policy?.text).then(
        (verified) => isCurrent && setFound(verified ?? 'unsupported'),
      );
    return () => {
      isCurrent = false;
    };
  }, [bundle, policy]);
  const take = async (file: File): Promise<void> => {
    if (await isBundle(file)) setBundle(file);
    else setPolicy({ name: file.name, text: await textOf(file) });
  };
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('verify.title')}
      </h1>
      <p>{t('verify.intro')}</p>
      <Upload.Dragger
        multiple
        showUploadList={false}
        beforeUpload={(file) => {
          void take(file);
          return false;
        }}
      >
        <p>{t('verify.drop')}</p>
        <p className="quiet">{t('verify.hint')}</p>
      </Upload.Dragger>
      <p>
        {t('verify.bundle')}: {bundle?.name ?? '…'} · {t('verify.policy')}:{' '}
        {policy?.name ?? t('verify.noPolicy')}
      </p>
      {found === 'unsupported' && <Alert type="warning" title={t('verify.unsupported')} />}
      {found && found !== 'unsupported' && <Found found={found} />}
    </>
  );
}
