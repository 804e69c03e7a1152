import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../messages/words.js';
import { useArrival } from './arrival.js';

interface PageProps {
  title: string;
  /** Marks beside the title. */
  marks?: ReactNode;
  /** Buttons. */
  acts?: ReactNode;
  /** Where the page belongs to. */
  above?: { to: string; title: string };
  /** What stands above the title, on paper only. */
  printed?: ReactNode;
  children: ReactNode;
}

export function Page({ title, marks, acts, above, printed, children }: PageProps) {
  const { t } = useWords();
  const heading = useArrival();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <>
      {printed}
      <header className="page-head">
        {above && (
          <Link to={above.to} className="above">
            ‹ {above.title}
          </Link>
        )}
        <div className="page-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {marks && <span className="marks">{marks}</span>}
        </div>
        {acts && <div className="acts">{acts}</div>}
      </header>
      {children}
    </>
  );
}

export function Panel({ title, side, children }: { title: string; side?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel">
      <header>
        <h2>{title}</h2>
        {side}
      </header>
      {children}
    </section>
  );
}
