import type { ReactNode } from 'react';
import { useWords } from '../messages/words.js';

/** What is seldom done to one thing of a list, shut away until one looks at that thing. */
export function Seldom({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useWords();
  return (
    <details className="seldom">
      <summary aria-label={t('table.actsOf', { name })}>…</summary>
      {children}
    </details>
  );
}
