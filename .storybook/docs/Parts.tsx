import * as kit from '@flinks-kit/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement, type ReactElement, useMemo } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { sampleAccounts } from '../../packages/react/test/sampleAccounts.ts';
import { Code, Table } from './blocks.tsx';
import { atBank, atSlowBank, sampleConnect } from './sampleConnect.ts';

/** A component's elements, drawn from its markup, and each data attribute with the values that its states have. */
export function Parts({ name, of }: PartsProps): ReactElement {
  const markups = useMemo(() => renderStates(name, of), [name, of]);
  const attributes = useMemo(() => readAttributes(markups), [markups]);
  return (
    <>
      <Code language="html" code={draw(parse(markups[0] ?? '').body).join('\n')} />
      <Table columns={['Attribute', 'On', 'Values']}>
        {[...attributes].map(([attribute, { tag, values }]) => (
          <tr key={attribute}>
            <td>
              <code>{attribute}</code>
            </td>
            <td>
              <code>{`<${tag}>`}</code>
            </td>
            <td>{listValues(values)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

interface PartsProps {
  readonly name: string;
  /** The stories of the component. */
  readonly of: Record<string, unknown> & {
    readonly default: { readonly component?: unknown; readonly args?: object };
  };
}

function renderStates(name: string, { default: meta, ...stories }: PartsProps['of']): readonly string[] {
  const component: unknown = Reflect.get(kit, name);
  const sample = sampleParts[name];
  // A story with a scene around its component has no props to render it with.
  const states =
    meta.component === component && isComponent(component)
      ? Object.values(stories)
          .filter((story) => Reflect.get(Object(story), 'parameters')?.docs?.disable !== true)
          .map((story) => createElement(component, { ...meta.args, ...Reflect.get(Object(story), 'args') }))
      : [];
  return [...(sample === undefined ? [] : [sample]), ...states].map((element) =>
    renderToStaticMarkup(<Providers>{element}</Providers>),
  );
}

const isComponent = (value: unknown): value is React.ComponentType =>
  typeof value === 'function' || (typeof value === 'object' && value !== null);

function Providers({ children }: { readonly children: ReactElement }): ReactElement {
  return (
    <QueryClientProvider client={new QueryClient()}>
      <kit.FlinksProvider endpoint="/api/flinks" userId="sample-user" timeZone="America/Toronto">
        {children}
      </kit.FlinksProvider>
    </QueryClientProvider>
  );
}

const parse = (markup: string): Document => new DOMParser().parseFromString(markup, 'text/html');
const dataOf = (element: Element): readonly Attr[] =>
  [...element.attributes].filter(({ name }) => name.startsWith('data-'));

interface Attribute {
  readonly tag: string;
  readonly values: Set<string>;
}

function readAttributes(markups: readonly string[]): ReadonlyMap<string, Attribute> {
  const found = new Map<string, Attribute>();
  for (const element of markups.flatMap((markup) => [...parse(markup).querySelectorAll('*')])) {
    for (const { name, value } of dataOf(element)) {
      const attribute = found.get(name) ?? { tag: element.tagName.toLowerCase(), values: new Set() };
      attribute.values.add(value);
      found.set(name, attribute);
    }
  }
  return found;
}

function listValues(values: ReadonlySet<string>): ReactElement | string {
  const all = [...values].filter((value) => value !== '');
  if (all.length === 0) return 'present';
  return (
    <>
      {all.map((value) => (
        <span key={value}>
          <code>{value}</code>{' '}
        </span>
      ))}
    </>
  );
}

/** The elements with attributes of ours as a tree. Equal siblings are drawn once. */
function draw(parent: Element): readonly string[] {
  const drawn = [...parent.children].map((child) => drawElement(child).join('\n'));
  return drawn
    .filter((part, index) => part !== '' && part !== drawn[index - 1])
    .flatMap((part) => part.split('\n'));
}

function drawElement(element: Element): readonly string[] {
  const inside = draw(element);
  const attributes = dataOf(element);
  if (attributes.length === 0) return inside;
  const written = attributes.map(({ name, value }) => (value === '' ? ` ${name}` : ` ${name}="${value}"`));
  const role = element.getAttribute('role');
  return [
    `<${element.tagName.toLowerCase()}${role === null ? '' : ` role="${role}"`}${written.join('')}>`,
    ...inside.map((line) => `  ${line}`),
  ];
}

const [chequing, , , , card] = sampleAccounts;
if (chequing === undefined || card === undefined) throw new Error('The samples have too few accounts.');

/** Components whose parts their first story does not show well, or that take a session: what to draw, by name. */
const sampleParts: Readonly<Record<string, ReactElement>> = {
  AccountList: <kit.AccountList accounts={[chequing]} />,
  AccountPicker: <kit.AccountPicker accounts={[chequing, card]} name="account" />,
  AccountRow: <kit.AccountRow account={chequing} actions={<button type="button">Choose</button>} />,
  ConnectButton: <kit.ConnectButton connect={sampleConnect({ status: 'idle' })} />,
  ConnectProgress: <kit.ConnectProgress connect={sampleConnect(atBank)} />,
  FlinksConnect: <kit.FlinksConnect connect={sampleConnect(atSlowBank)} />,
  FlinksConnectDialog: <kit.FlinksConnectDialog connect={sampleConnect(atBank)} />,
};
