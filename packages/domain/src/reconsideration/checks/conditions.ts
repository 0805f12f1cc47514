/** The conditions of acceptance that the form itself can speak to: parties, interest, request, limit, scope (30(1)(1)-(5)). */
import { daysBetween } from '../../calendar/civil-date.ts';
import type { Computation } from '../../law/compute.ts';
import type { LawContext } from '../../ledger/kinds.ts';
import { inactionWaitEnd, limitOfApplication } from '../apply-limit.ts';
import type { Matter } from '../codes.ts';
import { lawOfDay, limitsUnder, newLawFrom } from '../limit-of.ts';
import { manyApplicants, maxRepresentatives } from '../step-inputs.ts';
import type { ApplicationToCheck, OrgansToCheck } from './application.ts';
import { type Check, found } from './check.ts';

/** The article that an application of its day comes under: before 2024 the former law and its regulation. */
const under = ({ receivedOn }: Pick<ApplicationToCheck, 'receivedOn'>, old: string, now: string): string =>
  receivedOn !== null && receivedOn < newLawFrom ? old : now;

/** 30(1)(1): a definite applicant, and a respondent that is an organ (19). */
export function checkParties(application: ApplicationToCheck, organs: OrgansToCheck): Check {
  const { applicants, respondents } = application;
  const check = 'definite-parties';
  const article = under(application, 'REG2007 28(1)', 'ARL2023 30(1)(1)');
  const court = respondents.map((id) => organs.get(id)).find((o) => o?.kind === 'court');
  if (court !== undefined) {
    const who = under(application, 'ARL1999 10(4)', 'ARL2023 19(1)');
    return found(check, 'warning', 'respondent-no-organ', who, { respondent: court.name });
  }
  if (applicants.length === 0 || applicants.some((a) => a.name.trim() === '')) {
    return found(check, 'unknown', 'applicant-unnamed', article);
  }
  if (respondents.length === 0) return found(check, 'unknown', 'respondent-missing', article);
  return found(check, 'ok', 'parties-definite', article, {
    applicants: applicants.length,
    respondents: respondents.length,
  });
}

/** 30(1)(2): no form can tell it; who complained about somebody else is looked at twice. */
export function checkInterest(application: ApplicationToCheck): Check {
  const code = application.act.matter === 'complaint-handling' ? 'interest-of-complainant' : 'interest-to-weigh';
  return found('interest-in-act', 'look', code, under(application, 'REG2007 28(2)', 'ARL2023 30(1)(2)'));
}

const serial = /[〔[（(]\s*(?:19|20)\d{2}\s*[〕\]）)][^〔[（(]*?\d+\s*号/gu;

/** 30(1)(3), and 22(4): two acts want two applications, which is put right and refuses nothing. */
export function checkRequest(application: ApplicationToCheck): Check {
  const { act, hasRequests, hasGrounds } = application;
  const check = 'definite-request';
  const article = under(application, 'REG2007 28(3)', 'ARL2023 30(1)(3)');
  const numbers = act.number.match(serial)?.length ?? 0;
  if (numbers > 1) {
    return found(check, 'look', 'several-acts', under(application, 'REG2007 28(3)', 'ARL2023 22(4)'), { n: numbers });
  }
  if (!hasRequests || !hasGrounds) return found(check, 'unknown', 'request-missing', article);
  return found(check, 'ok', 'request-definite', article);
}

/** The article whose end counts: the cap's where one governs, else that of the limit's own row. */
function articleOfLimit({ steps, rule }: Computation): string | null {
  const cap = steps.findLast((s) => s.step === 'capped');
  if (cap !== undefined)
    return cap.by === 'reconsideration.apply-not-informed-longest' ? 'ARL2023 20(3)' : 'ARL2023 21';
  const [citation] = rule?.citations ?? [];
  const cited = citation !== undefined && citation.article === null ? rule?.formerly : citation;
  return cited?.article == null ? null : `${cited.law} ${cited.article}`;
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
  if (computed.due === null || filedOn === null) {
    return found(
      check,
      'unknown',
      'limit-unknown',
      lawOfDay(known ?? newLawFrom) === 'ARL1999' ? 'ARL1999 9(1)' : 'ARL2023 20(1)',
    );
  }
  const article = articleOfLimit(computed);
  const params = { due: computed.due, filed: filedOn };
  if (filedOn <= computed.due) return found(check, 'ok', 'in-time', article, params);
  // The cap of one year did not exist before 2024: it warns, and refuses nothing by itself.
  if (computed.marks.includes('warns-only')) return found(check, 'look', 'former-cap-passed', 'ARL2023 20(3)', params);
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
  { code: 'scope-state-act', old: 'ARL1999 6', article: 'ARL2023 12(1)', words: /国防|外交|戒严|宣战/u },
  {
    code: 'scope-personnel',
    old: 'ARL1999 8(1)',
    article: 'ARL2023 12(3)',
    words: /任免|免职|辞退|政务处分|记过处分|记大过|降级处分|撤职处分|开除处分|年度考核(结果|等次)/u,
  },
  { code: 'scope-mediation', old: 'ARL1999 8(2)', article: 'ARL2023 12(4)', words: /调解(协议|书|决定|意见)/u },
  {
    code: 'scope-normative',
    old: 'ARL1999 7',
    article: 'ARL2023 12(2)',
    words: /规范性文件|(管理|实施)(办法|细则|意见)$/u,
  },
  {
    code: 'scope-criminal',
    old: 'ARL1999 2',
    article: 'ARL2023 2(1)',
    words: /刑事拘留|取保候审|监视居住|逮捕|刑事立案|不予立案通知/u,
  },
] as const;

/** 30(1)(5): within 11, and not among 12. A word in the act's name is only looked at: what the act is, a person reads. */
export function checkScope(application: ApplicationToCheck): Check {
  const { act } = application;
  const check = 'within-scope';
  const name = act.name.trim();
  const hit = outside.find(({ words }) => words.test(name));
  if (hit !== undefined) return found(check, 'look', hit.code, under(application, hit.old, hit.article));
  const within = (now: string) => under(application, 'ARL1999 6', now);
  if (act.matter === null) return found(check, 'unknown', 'scope-unknown', within('ARL2023 11'));
  if (act.matter === 'confirmation' && /工伤/u.test(`${name} ${act.content}`)) {
    return found(check, 'ok', 'scope-listed', within('ARL2023 11(7)'));
  }
  const item = itemOf[act.matter];
  const listed = item !== '11(15)';
  return found(check, listed ? 'ok' : 'look', listed ? 'scope-listed' : 'scope-other', within(`ARL2023 ${item}`));
}

/**
 * More than five applicants may act through one to five representatives (15(1), with the numbers of the regulation's
 * article 8); null for few. They may: without them nothing is wrong.
 */
export function checkRepresentatives({ applicants, representatives }: ApplicationToCheck): Check | null {
  const check = 'representatives';
  if (applicants.length <= manyApplicants) return null;
  const article = 'REG2007 8';
  const params = { applicants: applicants.length, n: representatives, max: maxRepresentatives };
  if (representatives === 0) return found(check, 'look', 'representatives-missing', article, params);
  if (representatives > maxRepresentatives) return found(check, 'look', 'representatives-many', article, params);
  return found(check, 'ok', 'representatives-chosen', article, params);
}
