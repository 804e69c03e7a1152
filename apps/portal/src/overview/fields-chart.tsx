import type { OverviewView } from '@lien-ket/contracts';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { fieldName } from '../words/names.js';

use([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

type Fields = OverviewView['byField'];

function optionOf(fields: Fields, t: Translate) {
  const bar = (name: string, color: string, data: number[]) => ({
    type: 'bar' as const,
    name,
    data,
    itemStyle: { color },
    label: { show: true, position: 'right' as const, color: '#1b2733' },
  });
  return {
    animation: false,
    legend: { top: 0, textStyle: { fontSize: 13 } },
    grid: { left: 8, right: 40, top: 36, bottom: 8, containLabel: true },
    xAxis: { type: 'value' as const, minInterval: 1 },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: fields.map(({ field }) => fieldName(field, t)),
      axisLabel: { width: 150, overflow: 'break' as const, interval: 0, lineHeight: 15, color: '#1b2733' },
    },
    series: [
      bar(
        t('overview.activities'),
        '#9dbfe0',
        fields.map(({ activities }) => activities),
      ),
      bar(
        t('overview.done'),
        '#0b5cad',
        fields.map(({ done }) => done),
      ),
    ],
  };
}

/** A picture of the table below it, so that the table alone is read aloud. */
export function FieldsChart({ fields }: { fields: Fields }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return undefined;
    const chart = init(box.current, undefined, { renderer: 'canvas' });
    chart.setOption(optionOf(fields, t));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [fields, t]);
  return <div ref={box} className="chart" role="img" aria-label={t('overview.chart')} />;
}
