import { build } from 'esbuild';
import { chromium } from 'playwright-core';

/** Bundles a page as an app would ship it, opens it in Chromium, and gives what the expression comes to there. */
export async function runInChromium<Figures>(entry: string, expression: string): Promise<Figures> {
  const { script, styles } = await bundlePage(entry);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-quic'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
    await page.setContent(`<!doctype html><title>bench</title><style>${styles}</style><div id="root"></div>`);
    await page.addScriptTag({ content: script });
    return await page.evaluate<Figures>(expression);
  } finally {
    await browser.close();
  }
}

async function bundlePage(entry: string): Promise<{ script: string; styles: string }> {
  const { outputFiles } = await build({
    entryPoints: [`${import.meta.dirname}/page/${entry}`],
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
