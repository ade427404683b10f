import { type ReactElement, useMemo } from 'react';
import { contrast } from '../../packages/react/test/contrast.ts';
import { pairs } from './pairs.ts';
import { readTokens } from './readTokens.ts';

/** Every pair of text and background in one theme, as it looks, with its contrast. */
export function Swatches({ theme }: { readonly theme: 'light' | 'dark' }): ReactElement {
  const tokens = useMemo(() => new Map(readTokens(theme).map(({ name, value }) => [name, value])), [theme]);
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
