import type { ReactElement } from 'react';
import css from '../../packages/react/src/styles/tokens.css?raw';
import { contrast } from './contrast.ts';
import { pairs } from './pairs.ts';
import { readTokens } from './readTokens.ts';

/** Every pair of words and ground in one theme, as it looks, with its contrast. */
export function Swatches({ theme }: { readonly theme: 'light' | 'dark' }): ReactElement {
  const tokens = new Map(
    readTokens(css, `[data-flinks-theme='${theme}']`).map(({ name, value }) => [name, value]),
  );
  return (
    <ul className="sb-unstyled kit-swatches" data-flinks-theme={theme}>
      {pairs.map(([words, ground]) => (
        <li key={words + ground} style={{ color: `var(${words})`, background: `var(${ground})` }}>
          <span aria-hidden="true">Aa</span>
          <code>{words}</code>
          <code>{ground}</code>
          <span>{contrast(tokens.get(words) ?? '', tokens.get(ground) ?? '').toFixed(1)} : 1</span>
        </li>
      ))}
    </ul>
  );
}
