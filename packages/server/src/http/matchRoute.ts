/** Finds the route of a path below the endpoint. `:name` stands for one segment, which is handed on. */
export function matchRoute<Route extends { readonly path: string; readonly method: string }>(
  routes: readonly Route[],
  method: string,
  path: string,
): RouteMatch<Route> {
  const here = routes.flatMap((route) => {
    const parameter = matchPath(route.path, path);
    return parameter === undefined ? [] : [{ route, parameter }];
  });
  const found = here.find(({ route }) => route.method === method);
  if (found !== undefined) return { status: 'found', ...found };
  if (here.length === 0) return { status: 'no-path' };
  return { status: 'no-method', allowed: here.map(({ route }) => route.method) };
}

/** What a path leads to. */
export type RouteMatch<Route> =
  | { readonly status: 'found'; readonly route: Route; readonly parameter: string }
  | { readonly status: 'no-path' }
  | { readonly status: 'no-method'; readonly allowed: readonly string[] };

function matchPath(pattern: string, path: string): string | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
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
