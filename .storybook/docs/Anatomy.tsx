import { FlinksProvider } from '@flinks-kit/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Code } from './Code.tsx';
import { drawAnatomy } from './drawAnatomy.ts';

/** A component's elements with their attributes, from its real markup. */
export function Anatomy({ children }: AnatomyProps): ReactElement {
  const tree = useMemo(
    () => drawAnatomy(renderToStaticMarkup(<Providers>{children}</Providers>)),
    [children],
  );
  return <Code code={tree} language="html" />;
}

interface AnatomyProps {
  /** The component as an app would write it, with the parts that the page describes. */
  readonly children: ReactElement;
}

function Providers({ children }: AnatomyProps): ReactElement {
  return (
    <QueryClientProvider client={new QueryClient()}>
      <FlinksProvider endpoint="/api/flinks" userId="sample-user" timeZone="America/Toronto">
        {children}
      </FlinksProvider>
    </QueryClientProvider>
  );
}
