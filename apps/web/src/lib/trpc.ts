import type { AppRouter } from '@redress/api/trpc/root';
import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpLink } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { failureOf } from './failure.ts';
import { actingPost } from './post.ts';

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

/** Unbatched, and always POST: what is asked for (names among it) never stands in an address or a log. */
export const makeTrpcClient = (base = '') =>
  createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${base}/api/trpc`,
        methodOverride: 'POST',
        headers: () => {
          const post = actingPost.get();
          return post === null ? {} : { 'x-redress-post': post };
        },
      }),
    ],
  });

/** Failures the law or the record answers with are final; only what did not arrive is asked for again. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => failureOf(error).code === 'unreachable' && count < 2,
      },
    },
  });

/** A fresh id for a command, a new case, a hearing. `randomUUID` is missing where an office serves plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}
