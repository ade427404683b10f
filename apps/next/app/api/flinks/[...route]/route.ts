import { app } from '../../../../server/flinks.ts';

/** The kit's routes: all that an app writes for them. */
async function handler(request: Request): Promise<Response> {
  const { flinks } = await app();
  return flinks.handler(request);
}

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
