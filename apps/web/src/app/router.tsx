import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
} from '@tanstack/react-router';
import { z } from 'zod';
import { appearancesSearch } from '../features/appearances/appearances-search.ts';
import { fileSearch } from '../features/case-file/file-search.ts';
import { caseSearch } from '../features/cases/case-filter.ts';
import { importSearch } from '../features/import/import-search.ts';
import { lawsuitSearch } from '../features/lawsuit-file/lawsuit-search.ts';
import { lawsuitListSearch } from '../features/lawsuits/lawsuit-filter.ts';
import { officeSearch } from '../features/office/office-search.ts';
import { workbenchSearch } from '../features/workbench/workbench-search.ts';
import { Frame } from './frame.tsx';
import { NotFoundPage, PageError } from './page-error.tsx';

export type AppHistory = RouterHistory;

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: PageError });

/** Where to go after signing in: only a path of this application. */
const signInSearch = z.object({
  to: z
    .string()
    .startsWith('/')
    .regex(/^\/(?!\/)/)
    .optional()
    .catch(undefined),
  expired: z.boolean().optional().catch(undefined),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('../routes/sign-in.tsx'), 'SignInRoute'),
});

/** Everything behind the sign-in. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Frame,
  notFoundComponent: NotFoundPage,
  errorComponent: PageError,
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  validateSearch: workbenchSearch,
  component: lazyRouteComponent(() => import('../routes/start.tsx'), 'StartRoute'),
});

const cases = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases',
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('../routes/cases.tsx'), 'CasesRoute'),
});

const register = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases/new',
  // The arrival that is registered.
  validateSearch: z.object({
    scan: z
      .string()
      .regex(/^scan-[0-9a-f]{24}$/)
      .optional()
      .catch(undefined),
    // The lawsuit whose judgment orders a new reconsideration.
    fromLawsuit: z.string().min(1).max(80).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../routes/register.tsx'), 'RegisterRoute'),
});

const intake = createRoute({
  getParentRoute: () => signedIn,
  path: '/intake',
  validateSearch: z.object({ which: z.enum(['waiting', 'struck']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../routes/intake.tsx'), 'IntakeRoute'),
});

const handOver = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases/hand-over',
  validateSearch: z.object({ from: z.string().max(80).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../routes/hand-over.tsx'), 'HandOverRoute'),
});

const caseFile = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases/$id',
  validateSearch: fileSearch,
  component: lazyRouteComponent(() => import('../routes/case-file.tsx'), 'CaseFileRoute'),
});

const lawsuitFile = createRoute({
  getParentRoute: () => signedIn,
  path: '/lawsuits/$id',
  validateSearch: lawsuitSearch,
  component: lazyRouteComponent(() => import('../routes/lawsuit-file.tsx'), 'LawsuitFileRoute'),
});

const lawsuits = createRoute({
  getParentRoute: () => signedIn,
  path: '/lawsuits',
  validateSearch: lawsuitListSearch,
  component: lazyRouteComponent(() => import('../routes/lawsuits.tsx'), 'LawsuitsRoute'),
});

const summons = createRoute({
  getParentRoute: () => signedIn,
  path: '/lawsuits/new',
  // The arrival that is registered, and the reconsideration that is sued over.
  validateSearch: z.object({
    scan: z
      .string()
      .regex(/^scan-[0-9a-f]{24}$/)
      .optional()
      .catch(undefined),
    reconsideration: z.string().min(1).max(80).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../routes/summons.tsx'), 'SummonsRoute'),
});

const appearances = createRoute({
  getParentRoute: () => signedIn,
  path: '/appearances',
  validateSearch: appearancesSearch,
  component: lazyRouteComponent(() => import('../routes/appearances.tsx'), 'AppearancesRoute'),
});

const approvals = createRoute({
  getParentRoute: () => signedIn,
  path: '/approvals',
  component: lazyRouteComponent(() => import('../routes/approvals.tsx'), 'ApprovalsRoute'),
});

const importRegister = createRoute({
  getParentRoute: () => signedIn,
  path: '/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('../routes/import.tsx'), 'ImportRoute'),
});

const letters = createRoute({
  getParentRoute: () => signedIn,
  path: '/letters',
  component: lazyRouteComponent(() => import('../routes/letters.tsx'), 'LettersRoute'),
});

const committee = createRoute({
  getParentRoute: () => signedIn,
  path: '/committee',
  component: lazyRouteComponent(() => import('../routes/committee.tsx'), 'CommitteeRoute'),
});

const notices = createRoute({
  getParentRoute: () => signedIn,
  path: '/notices',
  validateSearch: z.object({ unread: z.boolean().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../routes/notices.tsx'), 'NoticesRoute'),
});

const backups = createRoute({
  getParentRoute: () => signedIn,
  path: '/office/backups',
  component: lazyRouteComponent(() => import('../routes/backups.tsx'), 'BackupsRoute'),
});

const sessions = createRoute({
  getParentRoute: () => signedIn,
  path: '/sessions',
  component: lazyRouteComponent(() => import('../routes/sessions.tsx'), 'SessionsRoute'),
});

const firstStart = createRoute({
  getParentRoute: () => root,
  path: '/first-start',
  component: lazyRouteComponent(() => import('../routes/first-start.tsx'), 'FirstStartRoute'),
});

const office = createRoute({
  getParentRoute: () => signedIn,
  path: '/office',
  component: lazyRouteComponent(() => import('../routes/office.tsx'), 'OfficeRoute'),
});

const officePart = createRoute({
  getParentRoute: () => signedIn,
  path: '/office/$part',
  validateSearch: officeSearch,
  component: lazyRouteComponent(() => import('../routes/office.tsx'), 'OfficePartRoute'),
});

const leftWork = createRoute({
  getParentRoute: () => signedIn,
  path: '/left-work',
  component: lazyRouteComponent(() => import('../routes/left-work.tsx'), 'LeftWorkRoute'),
});

const routeTree = root.addChildren([
  signIn,
  firstStart,
  signedIn.addChildren([
    home,
    importRegister,
    cases,
    register,
    intake,
    handOver,
    caseFile,
    lawsuitFile,
    lawsuits,
    summons,
    appearances,
    letters,
    committee,
    approvals,
    notices,
    backups,
    sessions,
    office,
    officePart,
    leftWork,
  ]),
]);

/** One router for each application on the page: tests bring a history of their own. */
export function makeRouter(history: AppHistory | undefined) {
  return createRouter({
    routeTree,
    ...(history === undefined ? {} : { history }),
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 200,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
