/** The path of an endpoint, whether it was given as a path or as a whole address; without a slash at its end. */
export function endpointPath(endpoint: string): string {
  const path = URL.canParse(endpoint) ? new URL(endpoint).pathname : `/${endpoint.replace(/^\/+/, '')}`;
  return path.replace(/\/+$/, '');
}
