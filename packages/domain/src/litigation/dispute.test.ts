/** One dispute on one line of time: the reconsideration, every instance, and what links them. */
import { describe, expect, it } from 'vitest';
import type { StreamId } from '../ids.ts';
import { aCase, day } from '../testing/builders.ts';
import { aSummons, firstInstance } from '../testing/lawsuit-builder.ts';
import { connectedTo, type DisputeMember, disputeOf } from './dispute.ts';

const names = {
  organ: (id: string) => `机关${id}`,
  person: () => ({ name: '李某', idNumber: '', address: '', telephone: '', legalRepresentative: '' }),
};
const stream = (id: string) => id as StreamId;

const reconsideration = (): DisputeMember => ({
  kind: 'reconsideration',
  state: aCase('case-1').received('2025-12-01').fold(),
});

const suit = (sees: (organ: string) => boolean = () => true): DisputeMember => ({
  kind: 'litigation',
  sees,
  state: aSummons('suit-1')
    .registered('2026-03-02')
    .papers('2026-03-02')
    .answered('2026-03-12')
    .with('linked', '2026-03-02', { kind: 'reviewed-in-court', to: stream('case-1'), why: '' })
    .sessionSet('2026-04-02', { known: '2026-03-20' })
    .held('2026-04-02')
    .judged('2026-05-08', ['reject-claims'])
    .servedOnAll('2026-05-10')
    .appealed('2026-05-15')
    .opened('instance-2', '2026-05-25', { level: 'second', of: firstInstance })
    .fold(),
});

describe('the whole dispute', () => {
  it('puts the reconsideration and every instance on one line, oldest first', () => {
    const { strands } = disputeOf([suit(), reconsideration()], day('2026-06-30'), names);
    expect(strands.map((s) => [s.label, s.from, s.to])).toEqual([
      ['reconsideration', '2025-12-01', null],
      ['first', '2026-03-02', '2026-05-08'],
      ['second', '2026-05-25', null],
    ]);
    expect(strands[1]).toMatchObject({ court: '云岭县人民法院', outcome: 'reject-claims', streamId: 'suit-1' });
  });

  it('marks what happened, in order, and nothing that is still to come', () => {
    const events = (on: string) => disputeOf([suit()], day(on), names).strands.map((s) => s.events.map((e) => e.code));
    expect(events('2026-06-30')[0]).toEqual([
      'opened',
      'answered',
      'session',
      'judged',
      'served',
      'served',
      'appealed',
    ]);
    expect(events('2026-04-01')).toEqual([['opened', 'answered']]);
    expect(disputeOf([suit()], day('2026-04-01'), names).strands[0]).toMatchObject({ to: null, outcome: null });
  });

  it('names the links among those that are shown, and no other stream', () => {
    const both = disputeOf([suit(), reconsideration()], day('2026-06-30'), names);
    expect(both.links).toEqual([{ from: 'suit-1', to: 'case-1', kind: 'reviewed-in-court' }]);
    expect(disputeOf([suit()], day('2026-06-30'), names).links).toEqual([]);
  });

  it('leaves a co-defendant’s answer to those who see its part', () => {
    const [first] = disputeOf([suit(() => false)], day('2026-06-30'), names).strands;
    expect(first?.events.map((e) => e.code)).toEqual(['opened', 'session', 'judged', 'served', 'served', 'appealed']);
  });

  it('leaves out a suit that was registered by mistake', () => {
    const voided: DisputeMember = {
      kind: 'litigation',
      sees: () => true,
      state: aSummons('suit-2').registered('2026-03-02').voided('2026-03-03').fold(),
    };
    expect(disputeOf([voided], day('2026-03-10'), names).strands).toEqual([]);
    expect(disputeOf([voided], day('2026-03-02'), names).strands).toHaveLength(1);
  });
});

describe('the connected set', () => {
  const links = [
    { from: stream('b'), to: stream('a'), kind: 'reviewed-in-court' },
    { from: stream('c'), to: stream('b'), kind: 'remanded-to' },
    { from: stream('d'), to: stream('a'), kind: 'series' },
    { from: stream('x'), to: stream('y'), kind: 'same-dispute' },
  ];
  it('reaches every stream of the dispute from any of them, in either direction', () => {
    for (const start of ['a', 'b', 'c']) expect([...connectedTo(stream(start), links)].sort()).toEqual(['a', 'b', 'c']);
  });
  it('does not follow links that only say a case is like another', () => {
    expect([...connectedTo(stream('d'), links)]).toEqual(['d']);
  });
});
