/** Every procedure there is. `trpc/matrix.test.ts` walks this router: one without a row in the table fails. */
import { appearancesRouter, feedsRouter } from '../modules/appearances/router.ts';
import { approvalsRouter } from '../modules/approvals/router.ts';
import { backupsRouter } from '../modules/backup/router.ts';
import { casesRouter } from '../modules/cases/router.ts';
import { documentsRouter } from '../modules/documents/router.ts';
import { draftsRouter } from '../modules/drafts/router.ts';
import { importsRouter } from '../modules/import/router.ts';
import { intakeRouter } from '../modules/intake/router.ts';
import { lawRouter } from '../modules/law/router.ts';
import { lawsuitsRouter } from '../modules/lawsuits/router.ts';
import { noticesRouter } from '../modules/notices/router.ts';
import { firstStartRouter } from '../modules/office/first-start-router.ts';
import { officeRouter } from '../modules/office/router.ts';
import { preferencesRouter } from '../modules/preferences/router.ts';
import { proceedingsRouter } from '../modules/proceedings/router.ts';
import { searchRouter } from '../modules/search/router.ts';
import { sessionRouter } from '../modules/session/router.ts';
import { todosRouter } from '../modules/todos/router.ts';
import { workbenchRouter } from '../modules/workbench/router.ts';
import { router } from './procedures.ts';

export const appRouter = router({
  session: sessionRouter,
  cases: casesRouter,
  lawsuits: lawsuitsRouter,
  appearances: appearancesRouter,
  feeds: feedsRouter,
  approvals: approvalsRouter,
  documents: documentsRouter,
  drafts: draftsRouter,
  notices: noticesRouter,
  backups: backupsRouter,
  office: officeRouter,
  firstStart: firstStartRouter,
  law: lawRouter,
  imports: importsRouter,
  intake: intakeRouter,
  workbench: workbenchRouter,
  search: searchRouter,
  preferences: preferencesRouter,
  todos: todosRouter,
  proceedings: proceedingsRouter,
});

export type AppRouter = typeof appRouter;
