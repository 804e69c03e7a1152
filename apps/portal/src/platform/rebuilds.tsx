import { useQuery } from '@tanstack/react-query';
import type { RebuildView } from '@lien-ket/contracts';
import { Progress } from 'antd';
import { get } from '../client/client.js';
import { reads } from '../client/reads.js';
import { Panel } from '../layout/page.js';
import { Records, type Column } from '../layout/records.js';
import { Loaded, Nothing } from '../layout/states.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import type { Tone } from '../words/tones.js';

const WATCH_MS = 1_000;
const TONES: Readonly<Record<RebuildView['state'], Tone>> = {
  waiting: 'wait',
  running: 'busy',
  left: 'unknown',
  done: 'good',
  failed: 'unknown',
};

const isGoing = ({ state }: RebuildView): boolean => state === 'waiting' || state === 'running';

/** How far rebuilds of read models are: numbers, nothing of what is in them. */
export function Rebuilds({ ofAll = false }: { ofAll?: boolean }) {
  const { t } = useWords();
  const read = reads.rebuilds({ limit: 200 });
  const query = useQuery({
    queryKey: ['one', read.path, read.query],
    queryFn: ({ signal }) => get(read, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isGoing) ? WATCH_MS : false),
  });
  return (
    <Panel title={t('rebuilds.title')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? <Nothing>{t('rebuilds.none')}</Nothing> : <Table ofAll={ofAll} items={items} />
        }
      </Loaded>
    </Panel>
  );
}

function Table({ ofAll, items }: { ofAll: boolean; items: readonly RebuildView[] }) {
  const { t, language } = useWords();
  const count = (n: number): string => n.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
  const tenant: Column<RebuildView> = {
    key: 'tenant',
    title: t('tenants.id'),
    cell: (one) => one.tenant,
  };
  const columns: readonly Column<RebuildView>[] = [
    ...(ofAll ? [tenant] : []),
    { key: 'name', title: t('rebuilds.what'), cell: (one) => `${one.service}/${one.projection}` },
    { key: 'state', title: t('rebuilds.state'), cell: (one) => <State one={one} /> },
    {
      key: 'seq',
      title: t('rebuilds.far'),
      cell: (one) => t('rebuilds.of', { n: count(one.seq), of: count(one.until) }),
    },
    {
      key: 'rate',
      title: t('rebuilds.rate'),
      align: 'right',
      cell: ({ perSecond }) => (perSecond === null ? '–' : t('rebuilds.perSecond', { n: count(perSecond) })),
    },
    {
      key: 'left',
      title: t('rebuilds.timeLeft'),
      align: 'right',
      cell: ({ secondsLeft }) =>
        secondsLeft === null ? '–' : t('rebuilds.seconds', { n: count(secondsLeft) }),
    },
  ];
  return (
    <Records
      caption={t('rebuilds.title')}
      records={items}
      keyOf={(one) => `${one.tenant}/${one.service}/${one.projection}`}
      columns={columns}
    />
  );
}

function State({ one }: { one: RebuildView }) {
  const { t } = useWords();
  const { state, seq, until } = one;
  return (
    <>
      <Mark tone={TONES[state]}>{t(`rebuilds.state.${state}`)}</Mark>
      {state === 'running' && (
        <Progress
          percent={until === 0 ? 0 : Math.floor((100 * seq) / until)}
          aria-label={t('rebuilds.title')}
        />
      )}
    </>
  );
}
