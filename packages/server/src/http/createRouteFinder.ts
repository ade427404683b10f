/** Prepares to find the route of a path below the endpoint. `:name` stands for one segment, which is handed on. */
export function createRouteFinder<Route extends { readonly path: string; readonly method: string }>(
  routes: readonly Route[],
): (method: string, path: string) => RouteMatch<Route> {
  const patterns = routes.map((route) => ({ route, wanted: route.path.split('/') }));
  const most = Math.max(...patterns.map(({ wanted }) => wanted.length));
  const byLength = Array.from({ length: most + 1 }, (_, length) =>
    patterns.filter(({ wanted }) => wanted.length === length),
  );
  return (method, path) => {
    const given = path.split('/');
    const allowed: string[] = [];
    for (const { route, wanted } of byLength[given.length] ?? []) {
      const parameter = matchSegments(wanted, given);
      if (parameter === undefined) continue;
      if (route.method === method) return { status: 'found', route, parameter };
      allowed.push(route.method);
    }
    return allowed.length === 0 ? { status: 'no-path' } : { status: 'no-method', allowed };
  };
}

/** What a path leads to. */
export type RouteMatch<Route> =
  | { readonly status: 'found'; readonly route: Route; readonly parameter: string }
  | { readonly status: 'no-path' }
  | { readonly status: 'no-method'; readonly allowed: readonly string[] };

/** Of two paths with as many segments. */
function matchSegments(wanted: readonly string[], given: readonly string[]): string | undefined {
  let parameter = '';
  for (let index = 0; index < wanted.length; index += 1) {
    const segment = wanted[index] ?? '';
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
