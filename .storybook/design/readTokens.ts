import { toHex } from '../../packages/react/test/contrast.ts';

/** The kit's tokens with their values in one theme, as the browser resolves them; colours as `#rrggbb`. */
export function readTokens(theme: 'light' | 'dark'): readonly Token[] {
  const host = document.body.appendChild(document.createElement('div'));
  host.dataset['flinksTheme'] = theme;
  const style = getComputedStyle(host);
  const names = [...document.styleSheets].flatMap((sheet) => namesIn(sheet.cssRules));
  const tokens = [...new Set(names)].map((name) => {
    const value = style.getPropertyValue(name);
    if (!CSS.supports('color', value)) return { name, value };
    host.style.color = `var(${name})`;
    return { name, value: toHex(style.color) };
  });
  host.remove();
  return tokens;
}

/** A custom property and its value. */
export interface Token {
  readonly name: string;
  readonly value: string;
}

function namesIn(rules: CSSRuleList): readonly string[] {
  return [...rules].flatMap((rule) => {
    const own = rule instanceof CSSStyleRule && /:root|data-flinks-theme/.test(rule.selectorText);
    const names = own ? [...rule.style].filter((name) => name.startsWith('--flinks-')) : [];
    return rule instanceof CSSGroupingRule ? [...names, ...namesIn(rule.cssRules)] : names;
  });
}
