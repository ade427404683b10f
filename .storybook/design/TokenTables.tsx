import { type ReactElement, useMemo, useState } from 'react';
import { contrast, toHex } from '../../packages/react/test/contrast.ts';

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
    <table>
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
        </tr>
      </thead>
      <tbody>
        {[...light].map(([name, value]) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <Value value={value} />
            <Value value={dark.get(name) ?? ''} />
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

/** The kit's tokens with their values in one theme, as the browser resolves them; colours as `#rrggbb`. */
export function readTokens(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const host = document.body.appendChild(document.createElement('div'));
  host.dataset['flinksTheme'] = theme;
  const style = getComputedStyle(host);
  const names = [...document.styleSheets].flatMap((sheet) => namesIn(sheet.cssRules));
  const tokens = new Map<string, string>();
  for (const name of names) {
    const value = style.getPropertyValue(name);
    host.style.color = `var(${name})`;
    tokens.set(name, CSS.supports('color', value) ? toHex(style.color) : value);
  }
  host.remove();
  return tokens;
}

function namesIn(rules: CSSRuleList): readonly string[] {
  return [...rules].flatMap((rule) => {
    const own = rule instanceof CSSStyleRule && /:root|data-flinks-theme/.test(rule.selectorText);
    const names = own ? [...rule.style].filter((name) => name.startsWith('--flinks-')) : [];
    return rule instanceof CSSGroupingRule ? [...names, ...namesIn(rule.cssRules)] : names;
  });
}

/** Which text stands on which background in our own rules. */
export const pairs: readonly (readonly [text: string, ground: string])[] = [
  ['--flinks-text', '--flinks-surface'],
  ['--flinks-text', '--flinks-surface-sunken'],
  ['--flinks-text', '--flinks-surface-hover'],
  ['--flinks-text-muted', '--flinks-surface'],
  ['--flinks-text-muted', '--flinks-surface-sunken'],
  ['--flinks-accent-text', '--flinks-surface'],
  ['--flinks-accent-text', '--flinks-surface-sunken'],
  ['--flinks-accent-text', '--flinks-accent-soft'],
  ['--flinks-text', '--flinks-accent-soft'],
  ['--flinks-text-muted', '--flinks-accent-soft'],
  ['--flinks-positive', '--flinks-accent-soft'],
  ['--flinks-caution', '--flinks-accent-soft'],
  ['--flinks-info', '--flinks-accent-soft'],
  ['--flinks-on-accent', '--flinks-accent'],
  ['--flinks-on-accent', '--flinks-accent-hover'],
  ['--flinks-positive', '--flinks-positive-soft'],
  ['--flinks-caution', '--flinks-caution-soft'],
  ['--flinks-negative', '--flinks-negative-soft'],
  ['--flinks-neutral', '--flinks-neutral-soft'],
  ['--flinks-info', '--flinks-info-soft'],
];
