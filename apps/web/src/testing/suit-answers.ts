/** Answers about lawsuits for pages under test: one row, one proposal, as the API gives them. */
import type { StreamId } from '@redress/domain/ids';
import { countyGovernment, policeBureau } from '@redress/domain/testing/builders';
import type { Outputs } from '../lib/trpc.ts';

export const suitRow = (
  over: Partial<Outputs['lawsuits']['list']['rows'][number]> = {},
): Outputs['lawsuits']['list']['rows'][number] => ({
  id: 'suit-1' as StreamId,
  version: 3,
  number: '云政应〔2026〕1号',
  title: '李某诉某县公安局行政处罚',
  stage: 'answering',
  waitingFor: 'department',
  dueRule: 'litigation.answer',
  due: '2026-01-20' as never,
  dueStatus: 'running',
  dueUnit: 'day',
  daysLeft: 13,
  workingDaysLeft: 9,
  light: 'ok',
  receivedOn: '2026-01-05' as never,
  closedOn: null,
  outcome: null,
  matter: 'penalty',
  category: null,
  before: 'upheld',
  plaintiffs: ['李某'],
  organs: ['某县公安局', '某县人民政府'],
  undertakings: ['某县公安局'],
  handlers: ['沈知微'],
  level: 'first',
  court: '某县人民法院',
  courtNumber: '（2026）云0423行初12号',
  instances: 1,
  nextSession: null,
  ...over,
});

const person = { name: '李某', idNumber: '', telephone: '', address: '', legalRepresentative: '' };
export const suitProposal = (over: Partial<Outputs['lawsuits']['propose']> = {}): Outputs['lawsuits']['propose'] => ({
  reconsiderationId: 'case-played' as StreamId,
  number: '云政复〔2025〕41号',
  title: '李某不服某县公安局行政处罚决定',
  decidedOn: '2025-12-20' as never,
  before: 'upheld',
  article: 'ALL2017 26(2)',
  organs: [
    {
      organId: policeBureau,
      name: '某县公安局',
      role: 'original-organ',
      undertakingId: null,
      undertakingName: null,
    },
    {
      organId: countyGovernment,
      name: '某县人民政府',
      role: 'reconsideration-organ',
      undertakingId: policeBureau,
      undertakingName: '某县公安局',
    },
  ],
  plaintiffs: [{ kind: 'citizen', person }],
  thirdParties: [],
  act: {
    name: '行政处罚决定',
    number: '公罚〔2025〕7号',
    madeOn: '2025-10-08' as never,
    matter: 'penalty',
    category: null,
    content: '罚款五百元',
    immovable: false,
  },
  compensation: null,
  suits: [],
  ...over,
});
