import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { useWords } from '../messages/words.js';

function Broken() {
  const { t } = useWords();
  return (
    <Result
      status="error"
      title={t('page.broken')}
      subTitle={t('page.brokenHint')}
      extra={<Button onClick={() => location.reload()}>{t('page.retry')}</Button>}
    />
  );
}

/** A fault of our own must not leave a white page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
