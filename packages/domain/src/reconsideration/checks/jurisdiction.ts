/**
 * Which organ is competent (24-28), from the tree of organs and the respondent's level and kind. The tree is the
 * office's own: what stands above its top is named in words, never guessed as an organ.
 */
import { newLawFrom } from '../limit-of.ts';
import type { ApplicationToCheck, OrgansToCheck, OrganToCheck } from './application.ts';
import { type Check, type CheckCode, found } from './check.ts';

/** 27: customs, finance, foreign exchange, tax and state security. A local government's own finance office is none. */
const vertical = /海关|税务局|国家安全(局|厅|部)|外汇管理局|人民银行|(?<!地方)金融监督管理(总)?局|证券监督管理/u;
/** "等实行垂直领导的行政机关": may be led vertically; the law does not name them. */
const perhapsVertical = /海事局|邮政管理局|烟草专卖局|气象局|地震局|国家统计局|出入境边防检查|民用航空/u;
/** 28: the justice department that does a local government's reconsideration work. */
const justice = /司法(局|厅)$/u;

export interface Competence {
  /** Organs of the tree; more than one where the applicant may choose. Empty: the competent organ is not in it. */
  readonly organs: readonly OrganToCheck[];
  readonly code: CheckCode;
  readonly article: string | null;
}

const none = (code: CheckCode, article: string | null): Competence => ({ organs: [], code, article });

/** 24(3): an administrative office set up by a province's government reviews like the government of a city. */
const isLikeGovernment = (organ: OrganToCheck, organs: OrgansToCheck): boolean => {
  if (organ.kind === 'government') return true;
  const parent = organ.parentId === null ? undefined : organs.get(organ.parentId);
  return organ.kind === 'dispatched' && parent?.kind === 'government' && parent.level === 'province';
};

/** The government an organ belongs to: the nearest above it. */
function governmentAbove(organ: OrganToCheck, organs: OrgansToCheck): OrganToCheck | null {
  const seen = new Set([organ.id]);
  let at = organ.parentId === null ? undefined : organs.get(organ.parentId);
  while (at !== undefined && !seen.has(at.id)) {
    if (isLikeGovernment(at, organs)) return at;
    seen.add(at.id);
    at = at.parentId === null ? undefined : organs.get(at.parentId);
  }
  return null;
}

/** 28: the justice departments one level up: what the tree names as the parent, else those of the government above. */
function justiceAbove(
  respondent: OrganToCheck,
  government: OrganToCheck,
  organs: OrgansToCheck,
): readonly OrganToCheck[] {
  const parent = respondent.parentId === null ? undefined : organs.get(respondent.parentId);
  if (parent?.kind === 'department') return [parent];
  const above = governmentAbove(government, organs);
  if (above === null) return [];
  return [...organs.values()].filter(
    (o) =>
      o.kind === 'department' &&
      justice.test(o.name) &&
      governmentAbove(o, organs)?.id === above.id &&
      o.level === above.level,
  );
}

/** The organ competent over an act of this respondent. */
export function competenceOver(respondent: OrganToCheck, organs: OrgansToCheck): Competence {
  const parent = respondent.parentId === null ? null : (organs.get(respondent.parentId) ?? null);
  if (respondent.kind === 'court') return none('competence-unknown', null);
  // A body of such an organ bears its own name: 青石税务所 under a tax bureau.
  const head = parent?.kind === 'department' ? parent.name : '';
  if (vertical.test(respondent.name) || vertical.test(head)) {
    const superior = parent !== null && parent.kind === 'department' ? [parent] : [];
    return { organs: superior, code: 'vertical-superior', article: 'ARL2023 27' };
  }
  if (perhapsVertical.test(respondent.name) || perhapsVertical.test(head))
    return none('perhaps-vertical', 'ARL2023 27');
  if (respondent.kind === 'government') {
    if (respondent.level === 'province') {
      return { organs: [respondent], code: 'own-provincial-act', article: 'ARL2023 24(2)' };
    }
    const above = governmentAbove(respondent, organs);
    const code = 'own-lower-government';
    return above === null ? none(code, 'ARL2023 24(1)(2)') : { organs: [above], code, article: 'ARL2023 24(1)(2)' };
  }
  if (respondent.level === 'state' && respondent.kind === 'department') {
    return { organs: [respondent], code: 'own-ministry-act', article: 'ARL2023 25(1)' };
  }
  const government = governmentAbove(respondent, organs);
  if (respondent.kind === 'dispatched') {
    if (parent?.kind === 'department') {
      // 24(4): the government of the department; of a city's district office also the government where it stands.
      const own = government === null ? [] : [government];
      const municipal = government?.level === 'province' && /市人民政府$/u.test(government.name);
      const choice = parent.level === 'city' || (municipal && parent.level === 'province');
      return {
        organs: own,
        code: choice ? 'dispatched-body-choice' : 'own-dispatched-body',
        article: 'ARL2023 24(4)',
      };
    }
    const code = 'own-dispatched-organ';
    return government === null
      ? none(code, 'ARL2023 24(1)(3)')
      : { organs: [government], code, article: 'ARL2023 24(1)(3)' };
  }
  if (respondent.kind === 'authorised') {
    const code = 'own-authorised';
    return government === null
      ? none(code, 'ARL2023 24(1)(4)')
      : { organs: [government], code, article: 'ARL2023 24(1)(4)' };
  }
  if (government === null) return none('competence-unknown', 'ARL2023 24(1)(1)');
  if (justice.test(respondent.name)) {
    return {
      organs: [government, ...justiceAbove(respondent, government, organs)],
      code: 'own-justice-choice',
      article: 'ARL2023 28',
    };
  }
  return { organs: [government], code: 'own-department', article: 'ARL2023 24(1)(1)' };
}

function checkOne(reviewing: string, respondent: OrganToCheck, organs: OrgansToCheck): Check {
  const check = 'own-jurisdiction';
  if (respondent.kind === 'court') {
    return found('definite-parties', 'warning', 'respondent-no-organ', 'ARL2023 19(1)', {
      respondent: respondent.name,
    });
  }
  const { organs: competent, code, article } = competenceOver(respondent, organs);
  const params = { respondent: respondent.name };
  if (competent.some((o) => o.id === reviewing)) {
    const own = code === 'vertical-superior' ? 'own-vertical-superior' : code;
    return found(check, code === 'dispatched-body-choice' ? 'look' : 'ok', own, article, params);
  }
  if (code === 'perhaps-vertical' || code === 'dispatched-body-choice')
    return found(check, 'look', code, article, params);
  if (competent.length > 0) {
    const organ = competent.map((o) => o.name).join('、');
    return found(check, 'warning', 'competent-elsewhere', article, { ...params, organ });
  }
  if (code === 'vertical-superior') return found(check, 'warning', code, article, params);
  return found(check, 'unknown', 'competence-unknown', article, params);
}

/** 30(1)(6): whether the application came to a competent organ, and which else is. */
export function checkJurisdiction(application: ApplicationToCheck, organs: OrgansToCheck): Check {
  const check = 'own-jurisdiction';
  const { reviewingOrganId, respondents, receivedOn } = application;
  if (receivedOn !== null && receivedOn < newLawFrom) {
    return found(check, 'look', 'former-jurisdiction', 'ARL1999 12(1)');
  }
  const named = respondents.flatMap((id) => organs.get(id) ?? []);
  if (named.length === 0) return found(check, 'unknown', 'respondent-missing', 'ARL2023 30(1)(6)');
  const each = named.map((r) => checkOne(reviewingOrganId, r, organs)).filter((c) => c.check === check);
  const worst = each.find((c) => c.state === 'warning') ?? each.find((c) => c.state !== 'ok') ?? each[0];
  if (worst === undefined) return found(check, 'unknown', 'competence-unknown', 'ARL2023 30(1)(6)');
  // A joint act of organs with different superiors: one of them may be competent for all.
  if (worst.state === 'warning' && each.some((c) => c.state === 'ok')) {
    return found(check, 'look', 'several-competent', worst.article, worst.params);
  }
  return worst;
}
