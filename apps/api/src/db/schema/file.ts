import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core';
import { instantMs, key } from '../columns.ts';

/**
 * What is known of each stored file; its bytes lie in the data folder under their SHA-256. A row is written when the
 * bytes are safely renamed into place, before the entry that names the file.
 */
export const file = pgTable(
  'file',
  {
    id: key().primaryKey(),
    sha256: key().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    name: text().notNull(),
    /** File kind of the audience table. */
    kind: key().notNull(),
    mediaType: key('media_type').notNull(),
    /** The case it was uploaded for; null while a new case is being registered. */
    streamId: key('stream_id'),
    uploadedBy: key('uploaded_by').notNull(),
    uploadedAt: instantMs('uploaded_at').notNull(),
  },
  // All files of one case.
  (t) => [index('file_stream').on(t.streamId)],
);
