import { Button } from 'antd';
import { bundleAddress } from '../client/client.js';
import { useWords } from '../messages/words.js';
import { useMayDo } from '../session/rights.js';

/** What an auditor takes away of one plan or activity, to be verified without the platform. */
export function BundleLink(of: { readonly plan: string } | { readonly activity: string }) {
  const { t } = useWords();
  const may = useMayDo();
  if (!may('audit.bundle')) return null;
  return (
    <Button href={bundleAddress(of)} download>
      {t('audit.takeBundle')}
    </Button>
  );
}
