/** Lists across cases that are about one part of the proceedings: the committee's sittings, opinion letters to an organ. */
import type { Actor } from '@redress/domain/access/actor';
import { ownOrgans } from '@redress/domain/access/own-organs';
import { type CivilDate, isCivilDate } from '@redress/domain/calendar/civil-date';
import type { DocumentId, OrganId, StreamId } from '@redress/domain/ids';
import type { CommitteeFollowed } from '@redress/domain/reconsideration/codes';
import { zStreamId } from '@redress/domain/schema';
import type { Database } from '../db/database.ts';
import { answered } from './read-as.ts';

export interface CommitteeRow {
  readonly streamId: StreamId;
  readonly organId: OrganId;
  readonly caseNumber: string | null;
  readonly title: string;
  readonly askedOn: CivilDate;
  readonly category: string | null;
  readonly sittingOn: CivilDate | null;
  readonly members: number | null;
  readonly advisedOn: CivilDate | null;
  /** yes, partly or no, once the case is decided. */
  readonly followed: CommitteeFollowed | null;
}

export interface CommitteePage {
  readonly rows: readonly CommitteeRow[];
  readonly nextCursor: string | null;
}

interface Cursor {
  readonly askedOn: CivilDate;
  readonly id: string;
}

/** A cursor that is none begins at the first page. */
function readCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  try {
    const read = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Partial<Cursor> | null;
    const { askedOn, id } = read ?? {};
    return askedOn !== undefined && isCivilDate(askedOn) && zStreamId.safeParse(id).success ? (read as Cursor) : null;
  } catch {
    return null;
  }
}

const fact = (name: string, what: string) =>
  `(select ${what} from case_fact x where x.stream_id = f.stream_id and x.name = '${name}' and x.known_to is null limit 1)`;

/** Cases put to the committee by the actor's own organ, newest question first. */
export async function committeeCases(
  db: Database,
  actor: Actor,
  cursor: string | null,
  limit: number,
): Promise<CommitteePage> {
  const from = readCursor(cursor);
  const answer = await answered(
    db.pool.query<CommitteeRow>(
      `select f.stream_id as "streamId", c.organ_id as "organId", c.case_number as "caseNumber", c.title,
              f."on" as "askedOn", f.value as category,
              ${fact('committee-sitting', 'x."on"')} as "sittingOn",
              ${fact('committee-sitting', 'x.value')}::int as members,
              ${fact('committee-advised', 'x."on"')} as "advisedOn",
              ${fact('committee-followed', 'x.value')} as followed
         from case_fact f join case_index c on c.stream_id = f.stream_id
        where f.name = 'committee-asked' and f.known_to is null and f."on" is not null and c.organ_id = any($1::text[])
          and exists (select from participant p
                where p.stream_id = f.stream_id and p.organ_id = c.organ_id and p.capacity = 'reviewing' and p.stage <> 'voided')
          and ($2::date is null or (f."on", f.stream_id) < ($2::date, $3))
        order by f."on" desc, f.stream_id desc limit $4`,
      [ownOrgans(actor), from?.askedOn ?? null, from?.id ?? '', limit + 1],
    ),
  );
  const rows = answer.rows.slice(0, limit);
  const last = rows.at(-1);
  const next = answer.rows.length > limit && last !== undefined ? { askedOn: last.askedOn, id: last.streamId } : null;
  return { rows, nextCursor: next === null ? null : Buffer.from(JSON.stringify(next)).toString('base64url') };
}

export interface LetterRow {
  readonly streamId: StreamId;
  readonly documentId: DocumentId;
}

/** Opinion letters to the actor's own organ in cases it may open, newest first. */
export async function lettersTo(db: Database, actor: Actor, limit: number): Promise<readonly LetterRow[]> {
  const answer = await answered(
    db.pool.query<LetterRow>(
      `select f.stream_id as "streamId", f.subject as "documentId"
         from case_fact f
        where f.name = 'opinion-letter-issued' and f.value = any($1::text[]) and f.known_to is null
          and exists (select from participant p where p.stream_id = f.stream_id and p.organ_id = f.value)
        order by f."on" desc, f.stream_id, f.subject limit $2`,
      [ownOrgans(actor), limit],
    ),
  );
  return answer.rows;
}
