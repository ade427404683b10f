import { type ReactElement, useMemo, useState } from 'react';
import { contrast } from '../../packages/react/test/contrast.ts';
import { Table } from '../docs/blocks.tsx';
import { pairs, readTokens } from './tokens.ts';

/** Every pair of text and background in one theme, as it looks, with its contrast. */
export function Swatches({ theme }: { readonly theme: 'light' | 'dark' }): ReactElement {
  const tokens = useMemo(() => readTokens(theme), [theme]);
  return (
    <ul className="sb-unstyled kit-swatches" data-flinks-theme={theme}>
      {pairs.map(([text, ground]) => (
        <li key={text + ground} style={{ color: `var(${text})`, background: `var(${ground})` }}>
          <span aria-hidden="true">Aa</span>
          <code>{text}</code>
          <code>{ground}</code>
          <span>{contrast(tokens.get(text) ?? '', tokens.get(ground) ?? '').toFixed(1)} : 1</span>
        </li>
      ))}
    </ul>
  );
}

/** Every token with its value in both themes. */
export function TokenTable(): ReactElement {
  const [light] = useState(() => readTokens('light'));
  const [dark] = useState(() => readTokens('dark'));
  return (
    <Table columns={['Token', 'Light', 'Dark']}>
      {[...light].map(([name, value]) => (
        <tr key={name}>
          <td>
            <code>{name}</code>
          </td>
          <Value value={value} />
          <Value value={dark.get(name) ?? ''} />
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
