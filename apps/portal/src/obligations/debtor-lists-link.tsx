import { Button } from 'antd';
import { Link } from 'react-router';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useWords } from '../messages/words.js';
import { useMay } from '../session/rights.js';

/** For the focal agency: the lists of debtors, and how many still wait for its word. */
export function DebtorListsLink() {
  const { t } = useWords();
  const may = useMay();
  const mayConfirm = may('debtor-lists', 'confirm');
  const { items } = useList(reads.debtorLists(), mayConfirm);
  if (!mayConfirm) return null;
  const open = items.filter(({ confirmed }) => confirmed === null).length;
  return (
    <Link to="/debtor-lists">
      <Button type={open > 0 ? 'primary' : 'default'} tabIndex={-1}>
        {open > 0 ? t('debtors.waiting', { n: open }) : t('debtors.title')}
      </Button>
    </Link>
  );
}
