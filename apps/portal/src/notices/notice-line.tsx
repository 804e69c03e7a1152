import type { NoticeView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { ExampleMark } from '../layout/tags.js';
import { isMessageKey, type Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';

/** Parameters that are days. */
const DAYS: readonly string[] = ['termTo', 'dueOn', 'receivedOn'];

export function noticeWords({ kind, params }: NoticeView, t: Translate): string {
  const key = `notice.${kind}`;
  if (!isMessageKey(key)) return kind;
  const coded = `noticeTitle.${params['titleCode']}`;
  const said = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      DAYS.includes(name) && value ? day(String(value)) : value,
    ]),
  );
  const words = t(key, isMessageKey(coded) ? { ...said, title: t(coded, params) } : said);
  return [words, params['debtor']].filter(Boolean).join(' · ');
}

/** The page of a notice; the link of the service names it from the root. */
export const noticeAddress = ({ link }: NoticeView): string => (link.startsWith('/') ? link : `/${link}`);

export function NoticeLine({ notice }: { notice: NoticeView }) {
  const { t } = useWords();
  return (
    <>
      <Link to={noticeAddress(notice)}>{noticeWords(notice, t)}</Link>{' '}
      <ExampleMark example={notice.example} /> <span className="quiet">{day(notice.on)}</span>
    </>
  );
}
