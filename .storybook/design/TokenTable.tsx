import { type ReactElement, useState } from 'react';
import { Table } from '../docs/Table.tsx';
import { readTokens } from './readTokens.ts';

/** Every token with its value in both themes. */
export function TokenTable(): ReactElement {
  const [light] = useState(() => readTokens('light'));
  const [dark] = useState(() => readTokens('dark'));
  return (
    <Table label="Design tokens" columns={['Token', 'Light', 'Dark']}>
      {light.map(({ name, value }, index) => (
        <tr key={name}>
          <th scope="row">
            <code>{name}</code>
          </th>
          <Value value={value} />
          <Value value={dark[index]?.value ?? ''} />
        </tr>
      ))}
    </Table>
  );
}

function Value({ value }: { readonly value: string }): ReactElement {
  return (
    <td>
      {CSS.supports('color', value) && (
        <span className="kit-swatch" style={{ background: value }} aria-hidden="true" />
      )}
      <code>{value}</code>
    </td>
  );
}
