/** The conditions of acceptance that the form itself can speak to: parties, interest, request, limit, scope (30(1)(1)-(5)). */
import { daysBetween } from '../../calendar/civil-date.ts';
import type { LawContext } from '../../ledger/kinds.ts';
import { inactionWaitEnd, limitOfApplication } from '../apply-limit.ts';
import type { Matter } from '../codes.ts';
import { lawOfDay, limitsUnder } from '../limit-of.ts';
import { manyApplicants, maxRepresentatives } from '../step-inputs.ts';
import type { ApplicationToCheck, OrgansToCheck } from './application.ts';
import { type Check, found } from './check.ts';

/** 30(1)(1): a definite applicant, and a respondent that is an organ (19). */
export function checkParties({ applicants, respondents }: ApplicationToCheck, organs: OrgansToCheck): Check {
  const check = 'definite-parties';
  const court = respondents.map((id) => organs.get(id)).find((o) => o?.kind === 'court');
  if (court !== undefined) {
    return found(check, 'warning', 'respondent-no-organ', 'ARL2023 19(1)', { respondent: court.name });
  }
  if (applicants.length === 0 || applicants.some((a) => a.name.trim() === '')) {
    return found(check, 'unknown', 'applicant-unnamed', 'ARL2023 30(1)(1)');
  }
  if (respondents.length === 0) return found(check, 'unknown', 'respondent-missing', 'ARL2023 30(1)(1)');
  return found(check, 'ok', 'parties-definite', 'ARL2023 30(1)(1)', {
    applicants: applicants.length,
    respondents: respondents.length,
  });
}

/** 30(1)(2): no form can tell it; who complained about somebody else is looked at twice. */
export function checkInterest({ act }: ApplicationToCheck): Check {
  const code = act.matter === 'complaint-handling' ? 'interest-of-complainant' : 'interest-to-weigh';
  return found('interest-in-act', 'look', code, 'ARL2023 30(1)(2)');
}

const serial = /[〔[（(]\s*(?:19|20)\d{2}\s*[〕\]）)][^〔[（(]*?\d+\s*号/gu;

/** 30(1)(3), and 22(4): two acts, two applications. */
export function checkRequest({ act, hasRequests, hasGrounds }: ApplicationToCheck): Check {
  const check = 'definite-request';
  const numbers = act.number.match(serial)?.length ?? 0;
  if (numbers > 1) return found(check, 'warning', 'several-acts', 'ARL2023 22(4)', { n: numbers });
  if (!hasRequests || !hasGrounds) return found(check, 'unknown', 'request-missing', 'ARL2023 30(1)(3)');
  return found(check, 'ok', 'request-definite', 'ARL2023 30(1)(3)');
}

/** 30(1)(4): the applicant's own limit under its caps (20, 21). */
export function checkTimeLimit({ act, filedOn }: ApplicationToCheck, law: LawContext): Check {
  const check = 'within-time-limit';
  const facts = { filedOn, act };
  const known = filedOn ?? act.knownOn ?? act.madeOn;
  if (act.inaction !== null && known !== null) {
    const pins = { case: null, rules: new Map(), specials: new Map() };
    const waits = inactionWaitEnd(facts, limitsUnder(lawOfDay(known), pins, law));
    if (waits !== null && filedOn !== null && filedOn <= waits) {
      return found(check, 'warning', 'inaction-too-early', 'REG2007 16(1)', { until: waits });
    }
  }
  const computed = limitOfApplication(facts, law);
  if (computed.due === null || filedOn === null) return found(check, 'unknown', 'limit-unknown', 'ARL2023 20(1)');
  const article = act.notInformed !== null ? 'ARL2023 20(3)' : 'ARL2023 20(1)';
  const params = { due: computed.due, filed: filedOn };
  if (filedOn <= computed.due) return found(check, 'ok', 'in-time', article, params);
  // The cap of one year did not exist before 2024: it warns, and refuses nothing by itself.
  if (computed.marks.includes('warns-only')) return found(check, 'look', 'former-cap-passed', article, params);
  return found(check, 'warning', 'late', article, { ...params, days: daysBetween(computed.due, filedOn) });
}

/** The item of 11 a matter falls under. */
const itemOf = {
  penalty: '11(1)',
  coercion: '11(2)',
  levy: '11(5)',
  licence: '11(3)',
  'right-determination': '11(4)',
  confirmation: '11(15)',
  'open-information': '11(14)',
  'complaint-handling': '11(15)',
  inaction: '11(11)',
  agreement: '11(13)',
  other: '11(15)',
} as const satisfies Record<Matter, string>;

/** Words that speak for a matter outside the scope (12), with its item. */
const outside = [
  { code: 'scope-state-act', article: 'ARL2023 12(1)', words: /国防|外交|戒严|宣战/u },
  {
    code: 'scope-personnel',
    article: 'ARL2023 12(3)',
    words: /任免|免职|辞退|政务处分|记过处分|记大过|降级处分|撤职处分|开除处分|年度考核(结果|等次)/u,
  },
  { code: 'scope-mediation', article: 'ARL2023 12(4)', words: /调解(协议|书|决定|意见)/u },
  { code: 'scope-normative', article: 'ARL2023 12(2)', words: /规范性文件|(管理|实施)(办法|细则|意见)$/u },
  { code: 'scope-criminal', article: 'ARL2023 2(1)', words: /刑事拘留|取保候审|监视居住|逮捕|刑事立案|不予立案通知/u },
] as const;

/** 30(1)(5): within 11, and not among 12. A word only warns: what the act is, a person reads. */
export function checkScope({ act }: ApplicationToCheck): Check {
  const check = 'within-scope';
  const said = `${act.name} ${act.content}`;
  const hit = outside.find(({ words }) => words.test(said) || words.test(act.name.trim()));
  if (hit !== undefined) return found(check, hit.code === 'scope-criminal' ? 'look' : 'warning', hit.code, hit.article);
  if (act.matter === null) return found(check, 'unknown', 'scope-unknown', 'ARL2023 11');
  if (act.matter === 'confirmation' && /工伤/u.test(said)) return found(check, 'ok', 'scope-listed', 'ARL2023 11(7)');
  const item = itemOf[act.matter];
  const listed = item !== '11(15)';
  return found(check, listed ? 'ok' : 'look', listed ? 'scope-listed' : 'scope-other', `ARL2023 ${item}`);
}

/** 15 (before 2024, regulation 8): many applicants act through one to five representatives; null for few. */
export function checkRepresentatives({ applicants, representatives, receivedOn }: ApplicationToCheck): Check | null {
  const check = 'representatives';
  if (applicants.length <= manyApplicants) return null;
  const article = receivedOn !== null && receivedOn < '2024-01-01' ? 'REG2007 8' : 'ARL2023 15(1)';
  const params = { applicants: applicants.length, n: representatives, max: maxRepresentatives };
  if (representatives === 0) return found(check, 'warning', 'representatives-missing', article, params);
  if (representatives > maxRepresentatives) return found(check, 'warning', 'representatives-many', 'REG2007 8', params);
  return found(check, 'ok', 'representatives-chosen', article, params);
}
