// Browsers that know no `light-dark()` or relative colours drop a declaration that uses them, and with a token every rule
// that uses the token. So the build adds what they get instead: the light colour, the colour that another is made from,
// and white where text must stand out from the accent.

const features = [
  { uses: /\blight-dark\(/, condition: '(color: light-dark(#000, #fff))', older: withLightArms },
  {
    uses: /\b(?:rgb|hsl|lab|lch|oklab|oklch|color)\(from /,
    condition: '(color: lch(from #000 l c h))',
    older: (value) => withLightArms(withBaseColours(value)),
  },
];

/**
 * The style sheet with, behind each rule that needs one, its values for older browsers: there a later rule still wins.
 * A rule inside of an at-rule is served, too.
 */
export function withOlderColours(css) {
  // Comments may hold brackets; each is as long as what replaces it, so that places stay.
  const code = css.replace(/\/\*[^]*?\*\//g, (comment) => ' '.repeat(comment.length));
  let written = '';
  let place = 0;
  for (const { 0: rule, 1: selector, 2: body, index } of code.matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    const end = index + rule.length;
    written += css.slice(place, end) + valuesForOlder(selector.trim(), declarationsOf(body));
    place = end;
  }
  return written + css.slice(place);
}

function valuesForOlder(selector, declarations) {
  return features
    .map(({ uses, condition, older }) => {
      const lines = declarations
        .filter(({ value }) => uses.test(value))
        .map(({ name, value }) => `      ${name}: ${older(value)};\n`);
      if (lines.length === 0) return '';
      return `\n  @supports not ${condition} {\n    ${selector} {\n${lines.join('')}    }\n  }`;
    })
    .join('');
}

function declarationsOf(body) {
  return body.split(';').flatMap((text) => {
    const [, name, value] = /^\s*([\w-]+)\s*:\s*([^]*)$/.exec(text) ?? [];
    return name === undefined ? [] : [{ name, value: value.trim().replace(/\s+/g, ' ') }];
  });
}

/** `light-dark(A, B)` becomes A. */
function withLightArms(value) {
  return replaceCalls(value, /\blight-dark\(/, (inside) => firstPart(inside, ','));
}

/** `oklch(from A l c h)` becomes A; what is black or white by the lightness of A becomes white. */
function withBaseColours(value) {
  return replaceCalls(value, /\b(?:rgb|hsl|lab|lch|oklab|oklch|color)\(from /, (inside) =>
    inside.includes('infinity') ? '#ffffff' : firstPart(inside, ' '),
  );
}

/** Replaces each call that begins so by what is made of its inside; brackets inside may nest. */
function replaceCalls(value, beginning, make) {
  const found = beginning.exec(value);
  if (found === null) return value;
  const start = found.index + found[0].length;
  let end = start;
  for (let depth = 1; depth > 0; end++) {
    if (value[end] === undefined) throw new Error(`${value} has a bracket that is not closed.`);
    if (value[end] === '(') depth++;
    if (value[end] === ')') depth--;
  }
  const replaced = make(value.slice(start, end - 1));
  return value.slice(0, found.index) + replaced + replaceCalls(value.slice(end), beginning, make);
}

/** What stands before the first sign that is in no bracket. */
function firstPart(text, sign) {
  let depth = 0;
  for (let end = 0; end < text.length; end++) {
    if (text[end] === '(') depth++;
    if (text[end] === ')') depth--;
    if (text[end] === sign && depth === 0) return text.slice(0, end).trim();
  }
  return text.trim();
}
