import { isRecord } from '@flinks-kit/core';

/** Masks every LoginId, token and RequestId of a value: what leaves by the control API names no login. */
export function maskIds(value: unknown, customerId: string): unknown {
  if (typeof value === 'string') {
    return value.replace(guid, (id) => (id.toLowerCase() === customerId.toLowerCase() ? id : '•••'));
  }
  if (Array.isArray(value)) return value.map((item) => maskIds(item, customerId));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskIds(inner, customerId)]));
}

const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
