/** Prepares to find the route of a path below the endpoint. `:name` stands for one segment, which is handed on. */
export function createRouteFinder<Route extends { readonly path: string; readonly method: string }>(
  routes: readonly Route[],
): (method: string, path: string) => RouteMatch<Route> {
  const patterns = routes.map((route) => ({ route, wanted: route.path.split('/') }));
  return (method, path) => {
    const given = path.split('/');
    const here = patterns.flatMap(({ route, wanted }) => {
      const parameter = matchSegments(wanted, given);
      return parameter === undefined ? [] : [{ route, parameter }];
    });
    const found = here.find(({ route }) => route.method === method);
    if (found !== undefined) return { status: 'found', ...found };
    if (here.length === 0) return { status: 'no-path' };
    return { status: 'no-method', allowed: here.map(({ route }) => route.method) };
  };
}

/** What a path leads to. */
export type RouteMatch<Route> =
  | { readonly status: 'found'; readonly route: Route; readonly parameter: string }
  | { readonly status: 'no-path' }
  | { readonly status: 'no-method'; readonly allowed: readonly string[] };

function matchSegments(wanted: readonly string[], given: readonly string[]): string | undefined {
  if (wanted.length !== given.length) return undefined;
  let parameter = '';
  for (const [index, segment] of wanted.entries()) {
    const actual = given[index] ?? '';
    if (!segment.startsWith(':')) {
      if (actual !== segment) return undefined;
      continue;
    }
    const decoded = decode(actual);
    if (decoded === undefined) return undefined;
    parameter = decoded;
  }
  return parameter;
}

function decode(segment: string): string | undefined {
  try {
    const decoded = decodeURIComponent(segment);
    // Every id of ours has this form: whatever has another is not worth asking a database for.
    return /^[\w-]{1,128}$/.test(decoded) ? decoded : undefined;
  } catch {
    return undefined;
  }
}
