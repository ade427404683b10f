/** What the docstrings of an interface say of its members, by their names. */
export function readMembers(source: string): ReadonlyMap<string, string> {
  const members = source.matchAll(/\/\*\* ((?:(?!\*\/)[^])*?) \*\/\n {2}readonly (\w+)/g);
  return new Map([...members].map(([, said = '', name = '']) => [name, said.replaceAll('`', '')]));
}
