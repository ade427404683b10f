/** Values by a name of theirs, in the order of their first appearance: `Map.groupBy`, for browsers of today. */
export function groupBy<Value>(
  values: Iterable<Value>,
  nameOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const name = nameOf(value);
    groups.set(name, [...(groups.get(name) ?? []), value]);
  }
  return groups;
}
