/** The custom properties that rules about any of these attributes read, in the order of the alphabet. */
export function tokensUsed(css: string, attributes: readonly string[]): readonly string[] {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, selector = '']) =>
    attributes.some((attribute) => new RegExp(`\\[${attribute}[\\]=]`).test(selector)),
  );
  const names = rules.flatMap(([, , body = '']) => body.match(/--flinks-[\w-]+/g) ?? []);
  return [...new Set(names)].toSorted();
}
