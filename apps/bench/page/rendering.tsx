import '@flinks-kit/react/styles.css';
import { AccountList, type ConnectedAccount, FlinksProvider } from '@flinks-kit/react';
import { createElement, type ReactElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

/** Milliseconds; each the fastest of several runs. */
export interface RenderingFigures {
  readonly list1000: number;
  readonly plain1000: number;
  readonly paint10000: number;
  readonly plainPaint10000: number;
}

async function measureRendering(): Promise<RenderingFigures> {
  const makePlain1000 = handWritten(await domOf(list(1_000)));
  const plain10000 = handWritten(await domOf(list(10_000)));
  let list1000 = Infinity;
  let plain1000 = Infinity;
  // In turns: the browser compiles React while it runs, so whichever came second would find it faster.
  for (let run = 0; run < 13; run += 1) {
    list1000 = Math.min(list1000, await renderTime(list(1_000)));
    plain1000 = Math.min(plain1000, await renderTime(makePlain1000()));
  }
  const paint10000 = await fastest(4, () => list(10_000), paintTime);
  // A plain list has no `content-visibility`: the browser lays out and paints every row.
  document.head.append(Object.assign(document.createElement('style'), { textContent: everyRowPainted }));
  return { list1000, plain1000, paint10000, plainPaint10000: await fastest(4, plain10000, paintTime) };
}
Object.assign(globalThis, { measureRendering });

const everyRowPainted = '* { content-visibility: visible !important }';

const client = { openSession: never, linkConnection: never };

function list(count: number): ReactElement {
  return (
    <FlinksProvider client={client}>
      <AccountList accounts={accountsOf(count)} />
    </FlinksProvider>
  );
}

async function fastest(
  runs: number,
  make: () => ReactElement,
  time: (element: ReactElement) => Promise<number>,
): Promise<number> {
  await time(make());
  let best = Infinity;
  for (let run = 0; run < runs; run += 1) best = Math.min(best, await time(make()));
  return best;
}

async function renderTime(element: ReactElement): Promise<number> {
  return timed(element, () => undefined);
}

async function paintTime(element: ReactElement): Promise<number> {
  // Two frames: the first runs before the paint of what was just rendered, the second after it.
  return timed(element, () => nextFrame().then(nextFrame));
}

async function timed(element: ReactElement, settle: () => unknown): Promise<number> {
  const container = mountPoint();
  const root = createRoot(container);
  await nextFrame();
  const start = performance.now();
  flushSync(() => root.render(element));
  await settle();
  const time = performance.now() - start;
  root.unmount();
  await nextFrame();
  return time;
}

async function domOf(element: ReactElement): Promise<readonly ChildNode[]> {
  const container = mountPoint();
  const root = createRoot(container);
  flushSync(() => root.render(element));
  const copy = [...container.cloneNode(true).childNodes];
  root.unmount();
  return copy;
}

function mountPoint(): HTMLElement {
  const container = document.getElementById('root');
  if (container === null) throw new Error('The bench page has no #root, so nothing can be rendered.');
  return container;
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

// The same DOM, as a developer would write it by hand: elements and attributes, no component, no hook.
function handWritten(nodes: readonly ChildNode[]): () => ReactElement {
  const recipes = nodes.map(recipeOf);
  return () => createElement('div', null, ...recipes.map(cook));
}

type Props = Record<string, string | true>;
type Recipe = string | { readonly tag: string; readonly props: Props; readonly children: readonly Recipe[] };

function recipeOf(node: ChildNode): Recipe {
  if (!(node instanceof Element)) return node.textContent ?? '';
  const props = Object.fromEntries(
    [...node.attributes].map(({ name, value }) => [reactName(name), name === 'open' || value]),
  );
  delete props['style'];
  const children = [...node.childNodes].map(recipeOf);
  return { tag: node.localName, props, children };
}

function cook(recipe: Recipe): ReactNode {
  if (typeof recipe === 'string') return recipe;
  return createElement(recipe.tag, { ...recipe.props }, ...recipe.children.map(cook));
}

function reactName(attribute: string): string {
  return (
    { class: 'className', for: 'htmlFor', tabindex: 'tabIndex', datetime: 'dateTime' }[attribute] ?? attribute
  );
}

function accountsOf(count: number): readonly ConnectedAccount[] {
  const categories = ['Operations', 'Credits', 'Products', 'Other'] as const;
  return Array.from({ length: count }, (_, index) => ({
    connectionId: 'bench',
    id: `account-${index}`,
    title: `Account ${index}`,
    category: categories[index % 4] ?? 'Other',
    type: 'Chequing',
    currency: index % 10 === 0 ? 'USD' : 'CAD',
    balance: { available: null, current: index * 1.25, limit: null },
    overdraftLimit: null,
    lastFourDigits: null,
    ownership: 'Personal',
    eftEligibleRatio: 0.9,
    eTransferEligibleRatio: 0.9,
    sources: { summary: true, detail: true },
    mask: '•••• 1000',
    presence: { accountNumber: true, transitNumber: true, institutionNumber: true },
    eft: assessment,
    eTransfer: assessment,
  }));
}

const assessment = {
  status: 'eligible',
  ratio: 0.9,
  provisional: false,
  reasons: ['ratio-meets-threshold'],
  missing: [],
} as const;

function never(): Promise<never> {
  return Promise.reject(new Error('The bench asks no server.'));
}
