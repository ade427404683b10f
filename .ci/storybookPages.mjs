// Opens every page of the built Storybook as a phone with no network: it may ask its own origin only, write nothing to
// the console, link to pages that exist, and not scroll sideways. The page of a component has every section, and each has
// something in it. Run `pnpm run build:storybook` first. With LONG_FORMS=1 each page is loaded from its address.
import { readFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright';
import { root } from './prepare.mjs';

const componentSections = [
  'When to use it',
  'Install and import',
  'Controls',
  'Props',
  'Parts and data attributes',
  'Keyboard',
  'Accessibility',
  'Do and don’t',
  'Size',
  'Every state',
];
const isLong = process.env.LONG_FORMS === '1';
const built = `${root}storybook-static`;
const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = join(built, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    // Every page loads the same scripts.
    'cache-control': 'max-age=3600',
  });
  response.end(readFileSync(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const home = `http://127.0.0.1:${server.address().port}`;

const { entries } = JSON.parse(readFileSync(`${built}/index.json`, 'utf8'));
const docs = Object.values(entries).filter(({ type }) => type === 'docs');
const waiting = ['/', ...docs.map(({ id }) => `/iframe.html?viewMode=docs&id=${id}`)];
const count = waiting.length;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // Another host can't be reached; routing each request would do the same, and switch the cache off.
  args: ['--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});
const complaints = [];
// A page waits more than it works, so that three share two cores.
const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
// A busy machine is no fault of a page.
context.setDefaultTimeout(90_000);
await Promise.all([openAll(), openAll(), openAll()]);
await checkToolbar();
await browser.close();
server.close();

for (const complaint of complaints) console.error(`✗ ${complaint}`);
console.log(`${count} pages of Storybook opened without a network, ${complaints.length} complaints.`);
process.exitCode = complaints.length === 0 ? 0 : 1;

// The toolbar reaches pages of words too: the page's theme, and its stories' language and direction.
async function checkToolbar() {
  const page = await browser.newPage();
  const asked = 'theme:dark;locale:fr-CA;direction:rtl';
  await page.goto(`${home}/iframe.html?viewMode=docs&id=components-eftbadge--docs&globals=${asked}`);
  const badge = page.locator('[data-flinks-eft]').first();
  await badge.waitFor();
  const found = await badge.evaluate((element) => ({
    theme: document.documentElement.dataset.flinksTheme,
    ground: getComputedStyle(document.querySelector('.sbdocs-wrapper')).backgroundColor,
    language: element.closest('[lang]').lang,
    direction: getComputedStyle(element).direction,
  }));
  const wanted = { theme: 'dark', ground: 'rgb(22, 29, 26)', language: 'fr-CA', direction: 'rtl' };
  for (const [name, value] of Object.entries(wanted)) {
    if (found[name] !== value)
      complaints.push(`the toolbar on a page: ${name} is ${found[name]}, not ${value}`);
  }
  await page.close();
}

/** Opens one page after another, in one frame as a reader does, or each from its address as a link from elsewhere does. */
async function openAll() {
  let page;
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    page ??= await newPage();
    await open(page, path);
    if (!isLong && path !== '/') continue;
    await page.tab.close();
    page = undefined;
  }
  await page?.tab.close();
}

/** A tab that hands what it may not do to `complain`, and knows when it has loaded all that it asks for. */
async function newPage() {
  const tab = await context.newPage();
  const page = { tab, path: undefined, complain: (what) => complaints.push(`${page.path}: ${what}`) };
  const loading = new Set();
  let lastLoaded = 0;
  const finish = (request) => {
    loading.delete(request);
    lastLoaded = Date.now();
  };
  tab.on('request', (request) => {
    loading.add(request);
    const { protocol, origin, href } = new URL(request.url());
    if (origin !== home && protocol !== 'data:' && protocol !== 'blob:') page.complain(`asked ${href}`);
  });
  tab.on('requestfinished', finish);
  tab.on('requestfailed', finish);
  tab.on(
    'response',
    (response) => response.status() >= 400 && page.complain(`${response.status()} ${response.url()}`),
  );
  tab.on('pageerror', (error) => page.complain(error.message));
  tab.on('console', (message) => {
    // The widget shares our origin here, and only here: Chromium remarks on what its sandbox is worth then.
    if (/both allow-scripts and allow-same-origin/.test(message.text())) return;
    if (['error', 'warning'].includes(message.type())) page.complain(message.text());
  });
  // Whatever a page asks for, it asks soon; one that plays on by itself is not waited for.
  page.waitUntilQuiet = async () => {
    const end = Date.now() + 5000;
    lastLoaded = Date.now();
    while (Date.now() < end && (loading.size > 0 || Date.now() - lastLoaded < 300)) await sleep(50);
  };
  return page;
}

async function open(page, path) {
  const isFirst = page.path === undefined;
  const { tab, complain } = page;
  page.path = path;
  if (isFirst) {
    await tab.goto(home + path, { waitUntil: 'load' });
    await tab.locator(path === '/' ? '#storybook-preview-iframe' : '.sbdocs-content').waitFor();
  } else {
    const id = new URLSearchParams(path).get('id');
    const drawn = await tab.evaluate(switchTo, id).catch(({ message }) => message);
    if (drawn !== id) complain(`is not drawn: ${drawn}`);
  }
  await page.waitUntilQuiet();
  const beyond = await tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  const links = tab.locator('.sbdocs-content a[href*="path=/docs/"]');
  for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))) {
    const [, id] = /path=\/docs\/([\w-]+)/.exec(href);
    if (!Object.hasOwn(entries, id)) complain(`links to ${id}, which is no page`);
  }
  if (beyond > 0) complain(`scrolls sideways by ${beyond} px at 320 px`);
  if (/id=components-.*--docs/.test(path)) await checkComponent(tab, complain);
  if (path.endsWith('id=design-tokens--docs')) await checkSwatches(tab, complain);
}

/** Runs in the page: what a press in the sidebar does. Gives the id of the page that is drawn next. */
function switchTo(id) {
  const channel = Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__');
  return new Promise((resolve) => {
    channel.once('docsRendered', resolve);
    setTimeout(resolve, 60_000, 'nothing in a minute');
    channel.emit('setCurrentStory', { storyId: id, viewMode: 'docs' });
  });
}

/** Both themes stand on one page, each in its own colours. */
async function checkSwatches(page, complain) {
  const swatches = await page.locator('.kit-swatches li').allInnerTexts();
  const weak = swatches.filter((text) => !(Number(/([\d.]+) : 1/.exec(text)?.[1]) >= 4.5));
  if (swatches.length === 0 || weak.length > 0)
    complain(`has ${weak.length} of ${swatches.length} swatches below 4.5 : 1`);
}

async function checkComponent(page, complain) {
  const example = page.locator('.kit-example');
  await example.locator('.docs-story > *, iframe').first().waitFor();
  // Code is coloured a moment after it is there.
  await page
    .waitForFunction(
      () =>
        [...document.querySelectorAll('.sbdocs-content pre')].filter((code) => code.textContent !== '')
          .length > 3,
    )
    .catch(() => undefined);
  const sections = await page.evaluate(readSections);
  for (const heading of componentSections) {
    if (sections[heading] === undefined) complain(`has no section "${heading}"`);
    else if (sections[heading].trim().length < 10) complain(`has nothing in its section "${heading}"`);
  }
  if (!/import \{[^]*? from '@flinks-kit\/react';/.test(sections['']))
    complain('shows no example that imports the component');
  if (/Circular|function \w{2}\(\)|ConnectScene/.test(sections['']))
    complain('shows an example that is test code');
  if (!/^npm install /m.test(sections['Install and import'] ?? '')) complain('has no install line');
  if (!/\d\.\d kB/.test(sections.Size ?? '')) complain('has no size');
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll('.kit-props tbody tr')]
      // Its words, and below them its type.
      .filter(
        ({ cells }) => [...cells].some((cell) => cell.textContent === '') || cells[1].children.length < 2,
      )
      .map((row) => row.cells[0].textContent),
  );
  if (bare.length > 0) complain(`has no description of ${bare.join(', ')}: give the prop a docstring`);
  for (const text of await page
    .locator('.sb-errordisplay:visible, .sb-story [class*="error"]')
    .allInnerTexts())
    complain(`shows an error: ${text}`);
}

/** Runs in the page: the text below each heading of the second level; what stands above the first is named ''. */
function readSections() {
  const texts = { '': '' };
  const headings = [...document.querySelectorAll('.sbdocs-content h2')].filter(
    (heading) => !heading.closest('.docs-story'),
  );
  const all = document.createTreeWalker(document.querySelector('.sbdocs-content'), NodeFilter.SHOW_TEXT);
  let heading = '';
  for (let node = all.nextNode(); node !== null; node = all.nextNode()) {
    const own = headings.find((each) => each.contains(node));
    if (own !== undefined) {
      heading = own.textContent.trim();
      texts[heading] ??= '';
    } else if (node.parentElement.closest('style, script') === null) texts[heading] += node.data;
  }
  return texts;
}
