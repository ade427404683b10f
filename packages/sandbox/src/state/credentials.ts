/** What Flinks hands to a customer. Ours are obviously fake and open nothing but a sandbox (docs/flinks/api.md 1.3). */
export interface SandboxCredentials {
  /** The name in Flinks' host names: `https://{instance}-api.private.fin.ag`. */
  readonly instance: string;
  readonly customerId: string;
  /** Mints authorize tokens: `flinks-auth-key` of GenerateAuthorizeToken. */
  readonly secretKey: string;
  /** Reads data: `x-api-key`. */
  readonly apiKey: string;
  /** The API secret: `Authorization: Bearer …`. */
  readonly bearer: string;
}

/** The credentials of every sandbox that was not given others. */
export const defaultCredentials: SandboxCredentials = {
  instance: 'sandbox',
  customerId: '5a4db0c5-0000-4000-8000-0000f1a9de40',
  secretKey: 'sandbox-secret-key',
  apiKey: 'sandbox-api-key',
  bearer: 'sandbox-bearer',
};
