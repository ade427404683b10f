import { type ReactElement, useState } from 'react';
import { readTokens } from './readTokens.ts';

/** Every token with its value in both themes. */
export function TokenTable(): ReactElement {
  const [light] = useState(() => readTokens('light'));
  const [dark] = useState(() => readTokens('dark'));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
        </tr>
      </thead>
      <tbody>
        {light.map(({ name, value }, index) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <Value value={value} />
            <Value value={dark[index]?.value ?? ''} />
          </tr>
        ))}
      </tbody>
    </table>
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
