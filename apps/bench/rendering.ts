import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Line } from './report.ts';
import type { RenderingFigures } from './page/rendering.tsx';

/** How long Chromium takes to show account lists, beside a hand-written list of the same DOM. */
export async function measureRendering(): Promise<readonly Line[]> {
  const { script, styles } = await bundlePage();
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-quic'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
    await page.setContent(`<!doctype html><title>bench</title><style>${styles}</style><div id="root"></div>`);
    await page.addScriptTag({ content: script });
    const figures = await page.evaluate<RenderingFigures>('globalThis.measureRendering()');
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
  } finally {
    await browser.close();
  }
}

async function bundlePage(): Promise<{ script: string; styles: string }> {
  const { outputFiles } = await build({
    entryPoints: [`${import.meta.dirname}/page/rendering.tsx`],
    outdir: 'out',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    conditions: ['@flinks-kit/source'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), styles: textOf('.css') };
}
