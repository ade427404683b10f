import { connectionsQueryOptions } from '@flinks-kit/react/query';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { flinks } from '../lib/flinks';
import { userIdOf } from '../lib/session';
import { signIn } from './actions';
import { Banks } from './Banks';
import { Providers } from './Providers';

export default async function Page() {
  const userId = await userIdOf();
  if (userId === null) {
    return (
      <form action={signIn}>
        <button type="submit">Sign in</button>
      </form>
    );
  }
  const queryClient = new QueryClient();
  await queryClient.prefetchQuery(connectionsQueryOptions(flinks.forUser(userId)));
  return (
    <Providers userId={userId}>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <Banks />
      </HydrationBoundary>
    </Providers>
  );
}
