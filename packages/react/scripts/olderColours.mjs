// Browsers that know no `light-dark()` or relative colours drop a token that uses them, and with it every rule that
// uses the token. So the build adds what they get instead: the light colour, and white on the accent.

const features = [
  {
    uses: /\blight-dark\(/,
    condition: '(color: light-dark(#000, #fff))',
    older: (value) => withLightArms(value),
  },
  {
    uses: /\b(?:rgb|hsl|lab|lch|oklab|oklch|color)\(from /,
    condition: '(color: lch(from #000 l c h))',
    older: () => '#ffffff',
  },
];

/** The style sheet, with a value for older browsers for each token that needs one. */
export function withOlderColours(css) {
  const rules = [...css.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(
    ([, selector, body]) => ({ selector: selector.trim(), declarations: declarationsOf(body) }),
  );
  const added = features.map(({ uses, condition, older }) => {
    const inOlder = rules.flatMap(({ selector, declarations }) => {
      const found = declarations.filter(({ value }) => uses.test(value));
      const loose = found.find(({ name }) => !name.startsWith('--'));
      if (loose !== undefined)
        throw new Error(
          `${selector} { ${loose.name} } has a colour for newer browsers only: make it a token.`,
        );
      const lines = found.map(({ name, value }) => `      ${name}: ${older(value)};\n`);
      return found.length === 0 ? [] : [`    ${selector} {\n${lines.join('')}    }\n`];
    });
    return inOlder.length === 0 ? '' : `\n  @supports not ${condition} {\n${inOlder.join('')}  }\n`;
  });
  if (added.every((text) => text === '')) return css;
  // Inside of the layer, where the file has one.
  return /^@layer [^;]*\{$/m.test(css)
    ? css.replace(/\}\s*$/, `${added.join('')}}\n`)
    : `${css}${added.join('')}`;
}

function declarationsOf(body) {
  return body.split(';').flatMap((text) => {
    const [, name, value] = /^\s*([\w-]+)\s*:\s*([^]*)$/.exec(text) ?? [];
    return name === undefined ? [] : [{ name, value: value.trim().replace(/\s+/g, ' ') }];
  });
}

/** `light-dark(A, B)` becomes A, also where A has brackets of its own. */
function withLightArms(value) {
  const start = value.indexOf('light-dark(');
  if (start === -1) return value;
  const first = start + 'light-dark('.length;
  let [depth, comma, end] = [1, -1, first];
  for (; depth > 0; end++) {
    const sign = value[end];
    if (sign === undefined) throw new Error(`${value} has a bracket that is not closed.`);
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === ',' && depth === 1 && comma === -1) comma = end;
  }
  return value.slice(0, start) + value.slice(first, comma).trim() + withLightArms(value.slice(end));
}
