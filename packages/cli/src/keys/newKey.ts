import { randomBytes } from 'node:crypto';

/** A new key for `encryption.keys`: 32 random bytes in base64. */
export const newKey = (): string => randomBytes(32).toString('base64');
