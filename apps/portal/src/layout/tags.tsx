import type { ActivitySignal, ObligationView, Origin } from '@lien-ket/contracts';
import { useTenantNames } from '../client/tenants.js';
import { useWords } from '../messages/words.js';
import { SIGNAL_TONES, type Tone } from '../words/tones.js';

export function Mark({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`mark mark-${tone}`}>{children}</span>;
}

export function ExampleMark({ example }: { example: boolean }) {
  const { t } = useWords();
  return example ? <span className="mark mark-example">{t('app.example')}</span> : null;
}

export function OriginMark({ origin }: { origin: Origin | null }) {
  const { t } = useWords();
  const nameOf = useTenantNames();
  if (!origin) return null;
  const tenant = nameOf(origin.tenant) ?? t('app.elsewhere');
  return <span className="mark mark-origin">{t('app.from', { tenant })}</span>;
}

export function SignalMark({ signal }: { signal: ActivitySignal | ObligationView['signal'] }) {
  const { t } = useWords();
  return signal === 'none' ? null : <Mark tone={SIGNAL_TONES[signal]}>{t(`signal.${signal}`)}</Mark>;
}
