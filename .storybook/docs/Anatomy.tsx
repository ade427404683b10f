import { FlinksProvider } from '@flinks-kit/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import accounts from '../../packages/react/src/styles/accounts.css?raw';
import care from '../../packages/react/src/styles/connections.css?raw';
import connect from '../../packages/react/src/styles/session.css?raw';
import { drawAnatomy } from './drawAnatomy.ts';
import { Scrollable } from './Scrollable.tsx';
import { tokensUsed } from './tokensUsed.ts';

/** A component's elements with their attributes, and the tokens its rules read. Both are found, not written. */
export function Anatomy({ children }: AnatomyProps): ReactElement {
  const tree = useMemo(
    () => drawAnatomy(renderToStaticMarkup(<Surroundings>{children}</Surroundings>)),
    [children],
  );
  const attributes = [...new Set(tree.match(/data-flinks-[\w-]+/g) ?? [])];
  const tokens = tokensUsed(accounts + care + connect, attributes);
  return (
    <>
      <Scrollable label="Anatomy" className="kit-anatomy">
        <pre>{tree}</pre>
      </Scrollable>
      <p>
        Its rules read these <a href="?path=/docs/design-tokens--docs">tokens</a>; set any of them on an
        ancestor:{' '}
        {tokens.map((token) => (
          <code key={token} className="kit-token">
            {token}
          </code>
        ))}
      </p>
    </>
  );
}

interface AnatomyProps {
  /** The component as an app would write it, with the parts that the page speaks of. */
  readonly children: ReactElement;
}

function Surroundings({ children }: AnatomyProps): ReactElement {
  return (
    <QueryClientProvider client={new QueryClient()}>
      <FlinksProvider endpoint="/api/flinks" timeZone="America/Toronto">
        {children}
      </FlinksProvider>
    </QueryClientProvider>
  );
}
