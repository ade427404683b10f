import type { FlinksClient } from '@flinks-kit/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, renderHook, type RenderResult } from '@testing-library/react';
import { type ReactElement, type ReactNode, StrictMode } from 'react';
import { FlinksProvider } from '../src/provider/FlinksProvider.tsx';
import type { FlinksLabels } from '../src/labels/labels.ts';
import { testClient } from './testClient.ts';

/** Renders under StrictMode, a fresh QueryClient and a provider. Whatever is left out is harmless. */
export function renderWithKit(ui: ReactElement, kit: Kit = {}): RenderResult & KitResult {
  const queryClient = kit.queryClient ?? freshQueryClient();
  const rendered: RenderResult = render(ui, { wrapper: kitWrapper({ ...kit, queryClient }) });
  return { ...rendered, queryClient };
}

/** The same for a hook. */
export function renderHookWithKit<Result, Props extends object>(
  hook: (props: Props) => Result,
  kit: Kit & { readonly initialProps?: Props } = {},
) {
  const { initialProps, ...rest } = kit;
  const queryClient = kit.queryClient ?? freshQueryClient();
  const options = { wrapper: kitWrapper({ ...rest, queryClient }) };
  return { ...renderHook(hook, { ...options, ...(initialProps && { initialProps }) }), queryClient };
}

/** The wrapper alone, for a renderer of your own (`renderToString`, `hydrateRoot`). */
export function kitWrapper(kit: Kit = {}): (props: { children?: ReactNode }) => ReactElement {
  const { client = testClient(), queryClient = freshQueryClient(), strict = true } = kit;
  // Only these: a test also passes what connectClient() recorded.
  const { locale, labels, timeZone } = kit;
  return function KitWrapper({ children }) {
    const tree = (
      <QueryClientProvider client={queryClient}>
        <FlinksProvider client={client} locale={locale} labels={labels} timeZone={timeZone}>
          {children}
        </FlinksProvider>
      </QueryClientProvider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
}

/** A QueryClient that neither retries nor keeps timers. */
export function freshQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
}

/** What a test may set. */
export interface Kit {
  readonly client?: FlinksClient;
  readonly queryClient?: QueryClient;
  readonly locale?: string;
  readonly labels?: FlinksLabels;
  readonly timeZone?: string;
  /** On by default. */
  readonly strict?: boolean;
}

interface KitResult {
  readonly queryClient: QueryClient;
}
