/** Reading raw ledgers. */
import type { StreamId } from '@redress/domain/ids';
import type { Envelope } from '@redress/domain/ledger/envelope';
import type { Ledger } from '@redress/domain/ledger/kinds';
import type { ClientBase, Pool } from 'pg';

/** The envelope's fields under their own names, in their column order. */
const envelopeColumns = `stream_id as "streamId", seq, type, type_version as "typeVersion", occurred_on as "occurredOn",
  occurred_time as "occurredTime", recorded_at as "recordedAt", recorded_by as "recordedBy", done_by as "doneBy",
  document_ids as "documentIds", irregular, command_id as "commandId", payload, prev_hash as "prevHash", hash`;

/** The entries of some streams in the order of writing; a stream without entries is not in the answer. */
export async function loadEntries(
  connection: ClientBase | Pool,
  streams: readonly string[],
): Promise<Map<StreamId, Envelope[]>> {
  const answer = await connection.query<Envelope>(
    `select ${envelopeColumns} from entry where stream_id = any($1::text[]) order by stream_id, seq`,
    [streams],
  );
  const byStream = new Map<StreamId, Envelope[]>();
  for (const row of answer.rows) {
    const list = byStream.get(row.streamId);
    if (list) list.push(row);
    else byStream.set(row.streamId, [row]);
  }
  return byStream;
}

/** One stream's ledger; null where there is no such stream. No scope: for readers use `readAs`. */
export async function loadLedger(connection: ClientBase | Pool, streamId: StreamId): Promise<Ledger | null> {
  const stream = await connection.query<{ kind: string }>('select kind from stream where id = $1', [streamId]);
  const kind = stream.rows[0]?.kind;
  if (kind === undefined) return null;
  return { streamId, kind, entries: (await loadEntries(connection, [streamId])).get(streamId) ?? [] };
}

/** Appends entries to the table; the caller holds the streams' locks. */
export async function insertEntries(client: ClientBase, entries: readonly Envelope[]): Promise<void> {
  const rows = entries.map((e) => ({
    stream_id: e.streamId,
    seq: e.seq,
    type: e.type,
    type_version: e.typeVersion,
    occurred_on: e.occurredOn,
    occurred_time: e.occurredTime,
    recorded_at: e.recordedAt,
    recorded_by: e.recordedBy,
    done_by: e.doneBy,
    document_ids: e.documentIds,
    irregular: e.irregular,
    command_id: e.commandId,
    payload: e.payload,
    prev_hash: e.prevHash,
    hash: e.hash,
  }));
  await client.query(`insert into entry select * from jsonb_populate_recordset(null::entry, $1::jsonb)`, [
    JSON.stringify(rows),
  ]);
}
