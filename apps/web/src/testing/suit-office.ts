/**
 * A small office that answers for one lawsuit, played by the domain itself, so that its page under test shows what
 * `decide`, `nextSteps` and `viewOfLawsuit` really say.
 */
import type { Actor } from '@redress/domain/access/actor';
import type { CaseNames } from '@redress/domain/case-view/names';
import { decideLitigation } from '@redress/domain/litigation/decide';
import { previewLawsuitStep } from '@redress/domain/litigation/preview';
import { viewOfLawsuit } from '@redress/domain/litigation/view';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { countyGovernment } from '@redress/domain/testing/builders';
import { theHandler } from '@redress/domain/testing/play';
import type { SuitPlay } from '@redress/domain/testing/play-lawsuit';
import type { RequestHandler } from 'msw';
import { organs, SmallOffice } from './small-office.ts';
import { Failing, onTrpc } from './trpc-handlers.ts';

export class SuitOffice extends SmallOffice {
  readonly suit: SuitPlay;
  /** Reminders that were sent. */
  readonly reminded: string[] = [];

  constructor(today: string, suit: SuitPlay, actor: Actor = theHandler) {
    super(today, actor);
    this.suit = suit;
  }

  readonly #names: CaseNames = {
    organ: (id) => organs.find((organ) => organ.id === id)?.name ?? id,
    account: (id) => id.replace('account-', ''),
    person: (ref) => ({
      name: this.suit.kept[Number(ref.personRecordId.replace('person-', '')) - 1] ?? '',
      idNumber: '',
      address: '',
      telephone: '',
      legalRepresentative: '',
    }),
    narrative: (ref) => this.suit.kept[Number(ref.narrativeId.replace('narrative-', '')) - 1] ?? '',
  };

  suitView(): LawsuitView {
    return viewOfLawsuit(this.suit.suit, {
      audience: this.actor.acting.organId === countyGovernment ? 'reviewing' : 'respondent',
      today: this.today,
      actor: this.actor,
      law: this.suit.builder.law,
      ledger: this.suit.builder.ledger,
      names: this.#names,
      files: [],
      nextSteps: this.suit.next(this.today, this.actor),
    });
  }

  override handlers(): RequestHandler[] {
    return [
      onTrpc('lawsuits.view', ({ id }) => {
        if (id !== this.suit.builder.streamId) throw new Failing({ code: 'not-found' });
        return this.suitView();
      }),
      onTrpc('lawsuits.preview', ({ step }) =>
        previewLawsuitStep(
          this.suit.suit,
          { type: step.type, input: step.input },
          this.suit.context(this.actor, this.today),
          this.#names,
        ),
      ),
      onTrpc('lawsuits.execute', ({ step, expectedVersion }) => {
        this.sent.push({ path: 'lawsuits.execute', input: step });
        if (expectedVersion !== this.suitView().version) throw new Failing({ code: 'stale-version' });
        const decision = decideLitigation(
          this.suit.suit,
          { type: step.type, input: step.input },
          this.suit.context(this.actor, this.today),
        );
        if (!decision.ok) throw new Failing(decision.failure);
        this.suit.write(decision.entries, decision.numbers ?? [], this.actor);
        return this.suitView();
      }),
      onTrpc('notices.remind', ({ text }) => {
        this.reminded.push(text ?? '');
        return { to: [] };
      }),
      ...super.handlers(),
    ];
  }
}
