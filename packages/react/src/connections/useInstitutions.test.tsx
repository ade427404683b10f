import { FlinksKitError, type Institution } from '@flinks-kit/core';
import { renderHookWithKit, testClient } from '#test';
import { waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useInstitutions } from './useInstitutions.ts';

const bank: Institution = { id: '14', name: 'Sample Bank', country: 'CA' };

function read(hook: () => ReturnType<typeof useInstitutions>, locale = 'en') {
  const listInstitutions = vi.fn((_language: string) => Promise.resolve([bank]));
  const client = testClient({ userId: 'ann', listInstitutions });
  return { ...renderHookWithKit(hook, { client, locale, strict: false }), listInstitutions };
}

describe('useInstitutions', () => {
  it.each([
    ['the provider’s', 'fr-CA', undefined, 'fr'],
    ['the provider’s', 'en-CA', undefined, 'en'],
    ['the given', 'fr-CA', 'en', 'en'],
  ] as const)('reads the list in %s language: %s', async (_name, locale, language, expected) => {
    const { result, listInstitutions } = read(() => useInstitutions({ language }), locale);
    await waitFor(() => expect(result.current.data).toEqual([bank]));
    expect(listInstitutions.mock.calls.map(([asked]) => asked)).toEqual([expected]);
  });

  it('reads the list once for a day', async () => {
    const { result, rerender, unmount, queryClient, listInstitutions } = read(() => useInstitutions());
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    rerender();
    unmount();
    const client = testClient({ userId: 'ann', listInstitutions });
    const again = renderHookWithKit(() => useInstitutions(), { client, queryClient });
    expect(again.result.current.data).toEqual([bank]);
    expect(listInstitutions).toHaveBeenCalledTimes(1);
  });

  it('is idle while no user is signed in', () => {
    const listInstitutions = vi.fn(() => Promise.resolve([bank]));
    const client = testClient({ userId: null, listInstitutions });
    const { result } = renderHookWithKit(() => useInstitutions(), { client });
    expect(result.current.fetchStatus).toBe('idle');
    expect(listInstitutions).not.toHaveBeenCalled();
  });

  it('does not ask again where the server does not offer the list', async () => {
    const off = new FlinksKitError('Off.', { code: 'feature-off', status: 404 });
    const listInstitutions = vi.fn(() => Promise.reject(off));
    const client = testClient({ listInstitutions });
    const { result } = renderHookWithKit(() => useInstitutions(), { client, strict: false });
    await waitFor(() => expect(result.current.error).toBe(off));
    expect(listInstitutions).toHaveBeenCalledTimes(1);
  });
});
