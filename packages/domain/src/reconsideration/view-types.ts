/**
 * What leaves the server for one case: already through its audience. Codes and parameters, never sentences:
 * the page says them in its language from the catalogue.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type {
  ClockView,
  DocumentView,
  FileView,
  Impact,
  NextStep as NextStepOf,
  PartyView,
  ProposalView as ProposalViewOf,
  TimelineItem,
} from '../case-view/types.ts';
import type { Contradiction } from '../errors.ts';
import type { OrganId, StreamId } from '../ids.ts';
import type { Audience } from '../ledger/audience.ts';
import type { Waiting } from './case-types.ts';
import type { LawVersion, Procedure, Stage } from './codes.ts';
import type { Act } from './entries.ts';
import type { RecusalGround, RecusalWay } from './people-codes.ts';
import type { AskView, ProceedingsView } from './proceedings-types.ts';

export type {
  ClockView,
  CorrectionView,
  DocumentView,
  FileView,
  PartyView,
  Scalar,
  TimelineItem,
  Verdict,
} from '../case-view/types.ts';

type Approver = 'section-head' | 'institution-head' | 'organ-head';
export type NextStep = NextStepOf<Approver>;
export type ProposalView = ProposalViewOf<Approver>;

export interface RecusalView {
  readonly accountId: string;
  readonly name: string;
  readonly ground: RecusalGround;
  readonly how: RecusalWay;
  readonly decidedBy: string;
  readonly on: CivilDate;
  readonly seq: number;
}

export interface CaseView {
  readonly id: StreamId;
  readonly version: number;
  readonly kind: 'reconsideration';
  readonly audience: Audience;
  readonly today: CivilDate;
  readonly number: string | null;
  readonly title: string;
  readonly organId: OrganId;
  readonly organName: string;
  readonly respondents: readonly { readonly organId: OrganId; readonly name: string }[];
  readonly handlers: readonly { readonly accountId: string; readonly name: string }[];
  /** 回避: who does nothing in this case any more; only for the office itself. */
  readonly recusals: readonly RecusalView[];
  readonly law: LawVersion;
  readonly stage: Stage;
  readonly deemedAccepted: boolean;
  readonly acceptedOn: CivilDate | null;
  readonly procedure: Procedure | null;
  readonly waiting: Waiting & { readonly subjectName: string | null };
  readonly closedOn: CivilDate | null;
  readonly outcome: string | null;
  readonly act: Act | null;
  readonly requests: string | null;
  readonly grounds: string | null;
  readonly channel: string | null;
  readonly filedOn: CivilDate | null;
  readonly receivedOn: CivilDate | null;
  readonly clocks: readonly ClockView[];
  readonly nextSteps: readonly NextStep[];
  readonly timeline: readonly TimelineItem[];
  readonly parties: readonly PartyView[];
  readonly documents: readonly DocumentView[];
  readonly files: readonly FileView[];
  readonly proposals: readonly ProposalView[];
  /** Opinions, hearings, committee, documents under review, stops: where each stands, and what is missing. */
  readonly proceedings: ProceedingsView;
  /** What departments are asked for; a department sees its own. */
  readonly asks: readonly AskView[];
  readonly contradictions: readonly Contradiction[];
}

/** What a step would change, before saving: the same call as what-if and the correction's preview. */
export interface ImpactPreview extends Impact {
  readonly stageAfter: Stage | null;
  /** 视为受理 on this day, before and after, where the step changes it: its day, null = not deemed accepted. */
  readonly deemedAcceptance: { readonly before: CivilDate | null; readonly after: CivilDate | null } | null;
}
