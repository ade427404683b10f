import type { ReactElement } from 'react';
import css from '../../packages/react/src/styles/tokens.css?raw';
import { Table } from '../docs/Table.tsx';
import { readTokens } from './readTokens.ts';

/** Every token with its value in both themes. */
export function TokenTable(): ReactElement {
  const dark = new Map(readTokens(css, "[data-flinks-theme='dark']").map(({ name, value }) => [name, value]));
  const all = [
    ...readTokens(css, "[data-flinks-theme='light']"),
    // What a person asks for by their system stands last, and is not the value of most.
    ...readTokens(css, ':root').filter(({ name }, at, list) => firstOf(list, name) === at && !dark.has(name)),
  ];
  return (
    <Table label="Design tokens" columns={['Token', 'Light', 'Dark']}>
      {all.map(({ name, value }) => (
        <tr key={name}>
          <th scope="row">
            <code>{name}</code>
          </th>
          <td colSpan={dark.has(name) ? 1 : 2}>
            <Value value={value} />
          </td>
          {dark.has(name) && (
            <td>
              <Value value={dark.get(name) ?? ''} />
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}

function Value({ value }: { readonly value: string }): ReactElement {
  return (
    <>
      {value.startsWith('#') && (
        <span className="kit-swatch" style={{ background: value }} aria-hidden="true" />
      )}
      <code>{value}</code>
    </>
  );
}

function firstOf(list: readonly { readonly name: string }[], wanted: string): number {
  return list.findIndex(({ name }) => name === wanted);
}
