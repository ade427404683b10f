import { describe, expect, test } from 'vitest';
import { createVault } from './createVault.ts';

const key = (fill: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)));

describe('createVault', () => {
  test('what was sealed opens again, and is not readable meanwhile', async () => {
    const vault = createVault([key(1)]);
    const sealed = await vault.seal('planted-canary é', 'connection:1');
    expect(sealed).not.toContain('canary');
    expect(await vault.open(sealed, 'connection:1')).toBe('planted-canary é');
  });

  test('the same text is never sealed the same twice', async () => {
    const vault = createVault([key(1)]);
    expect(await vault.seal('text', 'a')).not.toBe(await vault.seal('text', 'a'));
  });

  test('a moved row, an altered row and a row of another key do not open', async () => {
    const vault = createVault([key(1)]);
    const other = createVault([key(2)]);
    const sealed = await vault.seal('text', 'a');
    const altered = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    await expect(vault.open(sealed, 'b')).rejects.toMatchObject({ code: 'sealed-unreadable' });
    await expect(vault.open(altered, 'a')).rejects.toMatchObject({ code: 'sealed-unreadable' });
    await expect(other.open(sealed, 'a')).rejects.toMatchObject({ code: 'sealed-unreadable' });
    await expect(vault.open('not sealed at all', 'a')).rejects.toMatchObject({ code: 'sealed-unreadable' });
  });

  test('after a rotation the old key still opens and finds, and the new one seals', async () => {
    const before = createVault([key(1)]);
    const after = createVault([key(2), key(1)]);
    const old = await before.seal('text', 'a');
    const [oldPrint] = await before.fingerprints('login');

    expect(await after.open(old, 'a')).toBe('text');
    expect(await after.fingerprints('login')).toContain(oldPrint);
    expect(await after.isNewest(old)).toBe(false);
    expect(await after.isNewest(await after.seal('text', 'a'))).toBe(true);
  });

  test('a fingerprint needs the key', async () => {
    const [one] = await createVault([key(1)]).fingerprints('login');
    const [two] = await createVault([key(2)]).fingerprints('login');
    expect(one).not.toBe(two);
  });

  test.each([
    ['no key', []],
    ['a short key', [btoa('short')]],
    ['not base64', ['***']],
  ])('%s is refused with the way to make one', (_name, keys) => {
    expect(() => createVault(keys)).toThrow('npx flinks-kit keys new');
  });
});
