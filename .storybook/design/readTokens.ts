/** The custom properties that a stylesheet sets under a selector, in their order. */
export function readTokens(css: string, selector: string): readonly Token[] {
  const rules = [...css.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)\}/g)];
  return rules
    .filter(([, selectors = '']) => selectors.split(',').some((each) => each.trim() === selector))
    .flatMap(([, , body = '']) => [...body.matchAll(/(--flinks-[\w-]+):\s*([^;]+);/g)])
    .map(([, name = '', value = '']) => ({ name, value: value.trim() }));
}

/** A custom property and what it is set to. */
export interface Token {
  readonly name: string;
  readonly value: string;
}
