/**
 * Every hop of the kit has this one shape: the browser client, our server, Flinks, and the sandbox. So a test, a
 * story or an app changes where a hop leads by passing another function.
 */
export type FetchHandler = (request: Request) => Promise<Response>;
