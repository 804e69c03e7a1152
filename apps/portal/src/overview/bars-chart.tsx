import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

export interface Bars {
  readonly names: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly color: string;
    readonly data: readonly number[];
  }[];
  /** Parts of one whole, one behind the other; else side by side. */
  readonly stacked?: boolean;
}

function optionOf({ names, series, stacked }: Bars) {
  return {
    animation: false,
    legend: { top: 0, textStyle: { fontSize: 13 } },
    grid: { left: 8, right: 40, top: 36, bottom: 8, containLabel: true },
    xAxis: { type: 'value' as const, minInterval: 1 },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: [...names],
      axisLabel: { width: 150, overflow: 'break' as const, interval: 0, lineHeight: 15, color: '#1b2733' },
    },
    series: series.map(({ name, color, data }) => ({
      type: 'bar' as const,
      name,
      data: [...data],
      itemStyle: { color },
      ...(stacked
        ? { stack: 'all' }
        : { label: { show: true, position: 'right' as const, color: '#1b2733' } }),
    })),
  };
}

interface Props extends Bars {
  label: string;
  /** A name was pointed at; the same way leads from the table, by keyboard too. */
  onChosen?(at: number): void;
}

/** A picture of the table beside it, so that the table alone is read aloud. */
export function BarsChart({ label, names, series, stacked, onChosen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chosen = useRef(onChosen);
  chosen.current = onChosen;
  useEffect(() => {
    if (!box.current) return undefined;
    const chart = init(box.current, undefined, { renderer: 'canvas' });
    chart.setOption(optionOf({ names, series, stacked: stacked ?? false }));
    chart.on('click', ({ dataIndex }) => {
      if (typeof dataIndex === 'number') chosen.current?.(dataIndex);
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [names, series, stacked]);
  return <div ref={box} className="chart" role="img" aria-label={label} />;
}
