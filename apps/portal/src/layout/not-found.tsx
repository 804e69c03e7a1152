import { Button, Result } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../messages/words.js';
import { useArrival } from './arrival.js';

/** An address without a page, and an id without a thing that we may see: nobody can tell the two apart. */
export function NotFound() {
  const { t } = useWords();
  const heading = useArrival();
  return (
    <Result
      title={
        <h1 ref={heading} tabIndex={-1}>
          {t('page.notFound')}
        </h1>
      }
      subTitle={t('page.notFoundHint')}
      extra={
        <Link to="/">
          <Button type="primary" tabIndex={-1}>
            {t('page.goHome')}
          </Button>
        </Link>
      }
    />
  );
}
