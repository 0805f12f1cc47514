import { procedure, router } from '../../trpc/procedures.ts';
import {
  checkImport,
  chooseImportTable,
  discardImport,
  importRow,
  importRows,
  listImports,
  pauseImport,
  registerWords,
  runImport,
  viewImport,
} from './import-runs.ts';
import {
  type ImportRowPage,
  type RegisterWords,
  type RowDetail,
  type RunSummary,
  type RunView,
  zChooseTable,
  zMapped,
  zOneRow,
  zRowsInput,
  zRunId,
} from './types.ts';

export const importsRouter = router({
  /** The organ's imports, newest first. */
  list: procedure('cases.import').query(({ ctx }): Promise<readonly RunSummary[]> => listImports(ctx)),
  /** One import: its table, its mapping, how far it is. */
  view: procedure('cases.import')
    .input(zRunId)
    .query(({ ctx, input }): Promise<RunView> => viewImport(ctx, input.id)),
  /** Another sheet or header row; the columns are proposed anew. */
  choose: procedure('cases.import')
    .input(zChooseTable)
    .mutation(({ ctx, input }): Promise<RunView> => chooseImportTable(ctx, input)),
  /** The register's words under a mapping, with what they stand for. */
  words: procedure('cases.import')
    .input(zMapped)
    .query(({ ctx, input }): Promise<RegisterWords> => registerWords(ctx, input.id, input.mapping)),
  /** Begins the dry run under a mapping, which is remembered. Writes no case. */
  check: procedure('cases.import')
    .input(zMapped)
    .mutation(({ ctx, input }): Promise<RunView> => checkImport(ctx, input.id, input.mapping)),
  /** Rows of the import by what was found, a keyset page. */
  rows: procedure('cases.import')
    .input(zRowsInput)
    .query(({ ctx, input }): Promise<ImportRowPage> => importRows(ctx, input)),
  /** One row with its cells, its steps and why its limit ends on that day. */
  row: procedure('cases.import')
    .input(zOneRow)
    .query(({ ctx, input }): Promise<RowDetail> => importRow(ctx, input.id, input.n)),
  /** Begins to write the cases, or goes on. */
  run: procedure('cases.import')
    .input(zRunId)
    .mutation(({ ctx, input }): Promise<RunView> => runImport(ctx, input.id)),
  /** Stops before the next row. */
  pause: procedure('cases.import')
    .input(zRunId)
    .mutation(({ ctx, input }): Promise<RunView> => pauseImport(ctx, input.id)),
  /** Forgets the uploaded register; cases that were written stay. */
  discard: procedure('cases.import')
    .input(zRunId)
    .mutation(({ ctx, input }): Promise<null> => discardImport(ctx, input.id)),
});
