import type { Line } from './report.ts';
import type { RenderingFigures } from './page/rendering.tsx';
import { runInChromium } from './runInChromium.ts';

/** How long Chromium takes to show account lists, beside a hand-written list of the same DOM. */
export async function measureRendering(): Promise<readonly Line[]> {
  const figures = await runInChromium<RenderingFigures>('rendering.tsx', 'globalThis.measureRendering()');
  return [
    {
      what: 'AccountList, 1,000 rows',
      figure: figures.list1000,
      unit: 'ms',
      reference: figures.plain1000,
      beside: 'hand-written list',
      ratioBudget: 1.3,
    },
    {
      what: 'AccountList, 10,000 rows: first paint',
      figure: figures.paint10000,
      unit: 'ms',
      reference: figures.plainPaint10000,
      beside: 'plain list',
      ratioBudget: 0.5,
    },
  ];
}
