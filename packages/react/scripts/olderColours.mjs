// Browsers that know no `light-dark()` or relative colours drop a declaration that uses them, and with a token every rule
// that uses the token. So in the built style sheets each rule has what every browser understands: the light colour, the
// colour that another is made from, and white where text must stand out from the accent. The new colours stand behind it
// in `@supports`. That also keeps bundlers from rewriting them: Vite replaces a `light-dark()` outside of `@supports` by
// variables that only a `color-scheme` of the same style sheet sets, which left components without colours.

const features = [
  {
    uses: /\b(?:rgb|hsl|lab|lch|oklab|oklch|color)\(from /,
    condition: '(color: lch(from #000 l c h))',
    older: withBaseColours,
  },
  { uses: /\blight-dark\(/, condition: '(color: light-dark(#000, #fff))', older: withLightArms },
];

/**
 * The style sheet with values for older browsers in each rule, and the new ones right behind it: there a later rule still
 * wins. A rule inside of an at-rule is served, too.
 */
export function withOlderColours(css) {
  // Comments may hold brackets; each is as long as what replaces it, so that places stay.
  const code = css.replace(/\/\*[^]*?\*\//g, (comment) => ' '.repeat(comment.length));
  let written = '';
  let place = 0;
  for (const { 0: rule, 1: selector, 2: body, index } of code.matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    const newer = new Map();
    for (const { name, value, start, end } of declarationsOf(body, index + selector.length + 1)) {
      const [oldest, ...others] = valuesOf(value);
      if (others.length === 0) continue;
      written += css.slice(place, start) + oldest.value;
      place = end;
      for (const { condition, value: newValue } of others)
        newer.set(condition, [...(newer.get(condition) ?? []), `      ${name}: ${newValue};\n`]);
    }
    const end = index + rule.length;
    written += css.slice(place, end);
    place = end;
    // The fewest conditions first, since the last one that holds wins.
    for (const [condition, lines] of [...newer].sort(([one], [other]) => one.length - other.length))
      written += `\n  @supports ${condition} {\n    ${selector.trim()} {\n${lines.join('')}    }\n  }`;
  }
  return written + css.slice(place);
}

/** The values of a declaration, the oldest first: each needs one feature more, and all before it. */
function valuesOf(value) {
  const used = features.filter(({ uses }) => uses.test(value));
  return Array.from({ length: used.length + 1 }, (_, known) => ({
    condition: used
      .slice(0, known)
      .map(({ condition }) => condition)
      .join(' and '),
    // The light arms first: they may hold what another colour is made from.
    value: used
      .slice(known)
      .toReversed()
      .reduce((newer, { older }) => older(newer), value),
  }));
}

/** The declarations of a rule, with the places of their values. */
function declarationsOf(body, offset) {
  return [...body.matchAll(/([\w-]+)\s*:\s*([^;]*[^;\s])/g)].map(({ 0: whole, 1: name, 2: value, index }) => {
    const end = offset + index + whole.length;
    return { name, value: value.replace(/\s+/g, ' '), start: end - value.length, end };
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
