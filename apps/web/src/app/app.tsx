import { UiRoot } from '@redress/ui/theme';
import '@redress/ui/tokens.css';
import '@redress/ui/base.css';
import './app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { type Language, LanguageProvider, useLanguage } from '../lib/language.tsx';
import { makeQueryClient, makeTrpcClient, TRPCProvider } from '../lib/trpc.ts';
import { type AppHistory, makeRouter } from './router.tsx';

interface AppProps {
  /** Where the addresses come from; the browser's own unless a test brings its own. */
  history?: AppHistory;
  language?: Language;
  /** The API's origin; the page's own unless a test names one. */
  base?: string;
}

/** The whole application. */
export function App({ history, language, base }: AppProps) {
  return (
    <LanguageProvider {...(language === undefined ? {} : { initial: language })}>
      <Inside history={history} base={base} />
    </LanguageProvider>
  );
}

function Inside({ history, base }: { history: AppHistory | undefined; base: string | undefined }) {
  const { language } = useLanguage();
  const [queryClient] = useState(makeQueryClient);
  const [trpcClient] = useState(() => makeTrpcClient(base));
  const [router] = useState(() => makeRouter(history));
  return (
    <UiRoot locale={language}>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          <RouterProvider router={router} />
        </TRPCProvider>
      </QueryClientProvider>
    </UiRoot>
  );
}
