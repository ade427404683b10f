import type { FlinksServerOptions } from '@flinks-kit/server';

/** What `createFlinksServer` needs beside the sign-in. */
export type Setup = Omit<FlinksServerOptions, 'identify'>;
