import { createFlinksServer, type FlinksServerOptions } from '@flinks-kit/server';

/**
 * Rotates the encryption key of a store: the new key in front, then `maintain()` until a whole run finds nothing that
 * an older key sealed. Run it beside the servers, once all of them know both keys.
 */
export async function rotateKeys(options: FlinksServerOptions, newKey: string): Promise<void> {
  const keys = [newKey, ...options.encryption.keys];
  const flinks = createFlinksServer({ ...options, encryption: { keys } });
  for (;;) {
    const { ran, failed, rowsResealed } = await flinks.maintain();
    if (failed.length > 0) throw new Error(`Not everything could be done: ${failed.join(', ')}.`);
    if (ran && rowsResealed === 0) return;
  }
}
