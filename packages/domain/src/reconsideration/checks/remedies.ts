/** How reconsideration stands to a suit (23, 29), and whether the simplified procedure is open (53). */
import type { SimplifiedGround } from '../codes.ts';
import { newLawFrom } from '../limit-of.ts';
import type { ApplicationToCheck } from './application.ts';
import { type Check, type CheckCode, found } from './check.ts';
import type { Likeness } from './similar.ts';

/** Categories in which land, mines, forests and waters are owned or used. */
const resourceCategories: ReadonlySet<string> = new Set(['land', 'geology-mining', 'forestry', 'water']);
const resources = /土地|林地|林权|草原|水域|滩涂|海域|矿|水流|森林|山岭|荒地/u;
/** 未履行法定职责, whatever the matter: a request that was not answered, a complaint that was not handled. */
const silence = /未(依法|按期|及时)?(履行|答复|处理|办理)|逾期(未|不)|不予答复|不予处理|不履行|不作为/u;
const noDisclosure = /不予公开|不公开|不予提供|不存在|不予处理/u;

/** 23: matters in which reconsideration comes before a suit. A refusal then opens fifteen days to sue (34). */
export function checkReconsiderationFirst({ act, receivedOn }: ApplicationToCheck): Check {
  const check = 'reconsideration-first';
  const said = `${act.name} ${act.content}`;
  const first = (code: CheckCode, article: string) => found(check, 'look', code, article);
  if (receivedOn !== null && receivedOn < newLawFrom) {
    const resource = act.matter === 'right-determination' && resources.test(said);
    return resource ? first('first-resource-right', 'ARL1999 30(1)') : found(check, 'ok', 'not-first', 'ARL1999 30(1)');
  }
  if (act.matter === 'penalty' && act.madeOnTheSpot) return first('first-spot-penalty', 'ARL2023 23(1)(1)');
  const ofResource = resources.test(said) || (act.category !== null && resourceCategories.has(act.category));
  if (act.matter === 'right-determination' && ofResource) return first('first-resource-right', 'ARL2023 23(1)(2)');
  // Not disclosing comes first by an item of its own; silence about a request is a duty not performed, as elsewhere.
  if (act.matter === 'open-information' && noDisclosure.test(said)) {
    return first('first-open-information', 'ARL2023 23(1)(4)');
  }
  if (act.matter === 'inaction' || act.inaction !== null) return first('first-inaction', 'ARL2023 23(1)(3)');
  if (act.matter === 'open-information' && !silence.test(said)) {
    return first('first-perhaps-open-information', 'ARL2023 23(1)(4)');
  }
  // A refusal or an answer is no silence; only a person can tell it from a duty that was not performed.
  if (act.matter === 'licence' || act.matter === 'complaint-handling' || silence.test(said)) {
    return first('first-perhaps-inaction', 'ARL2023 23(1)(3)');
  }
  if (act.category === 'tax' && act.matter !== 'penalty') return first('first-tax', 'ARL2023 23(1)(5)');
  if (act.matter === null) return found(check, 'unknown', 'first-unknown', 'ARL2023 23(1)');
  return found(check, 'ok', 'not-first', 'ARL2023 23(1)');
}

const barArticle = ({ receivedOn }: Pick<ApplicationToCheck, 'receivedOn'>, now: string): string =>
  receivedOn !== null && receivedOn < newLawFrom ? 'ARL1999 16' : now;

/** 29(2): a suit that a court has accepted bars the application. It is asked; nobody can look it up. */
export function checkSuit(application: ApplicationToCheck): Check {
  const { suit } = application;
  const check = 'not-sued';
  const article = barArticle(application, 'ARL2023 29(2)');
  switch (suit) {
    case null:
      return found(check, 'unknown', 'suit-not-asked', article);
    case 'none':
      return found(check, 'ok', 'no-suit', article);
    case 'filed':
      return found(check, 'look', 'suit-filed', article);
    case 'accepted':
      return found(check, 'warning', 'suit-accepted', article);
  }
}

/** 30(1)(7): the same applicant over the same act, in this organ's own books; others' are not searched. */
export function checkFiledBefore(application: ApplicationToCheck, alike: readonly Likeness[]): Check {
  const check = 'not-filed-before';
  const article = barArticle(application, 'ARL2023 30(1)(7)');
  const same = alike.filter((l) => l.propose === 'duplicate-of');
  const accepted = same.find((l) => l.accepted);
  const params = (l: Likeness) => ({ number: l.number ?? '' });
  if (accepted !== undefined) return found(check, 'warning', 'filed-before', article, params(accepted));
  const [one] = same;
  if (one !== undefined) return found(check, 'look', 'perhaps-filed-before', article, params(one));
  return found(check, 'ok', 'none-found-before', article);
}

/** 3,000 yuan in fen (53(1)(3)): "三千元以下" includes the sum itself. */
const smallSum = 300_000;
const warns = /警告|通报批评/u;
const more = /罚款|没收|吊销|暂扣|拘留|停产|停业|责令|拆除|限制/u;

/** The ground of 53 on which the record opens the simplified procedure; null where only agreement would. */
export function simplifiedGroundOf({ act }: Pick<ApplicationToCheck, 'act'>): SimplifiedGround | null {
  if (act.madeOnTheSpot) return 'made-on-the-spot';
  if (warns.test(act.content) && !more.test(act.content)) return 'warning-or-criticism';
  if (act.amount !== null && act.amount > 0 && act.amount <= smallSum) return 'at-most-3000-yuan';
  if (act.matter === 'open-information') return 'open-information';
  return null;
}

const said = {
  'made-on-the-spot': ['simplified-on-the-spot', 'ARL2023 53(1)(1)'],
  'warning-or-criticism': ['simplified-warning', 'ARL2023 53(1)(2)'],
  'at-most-3000-yuan': ['simplified-amount', 'ARL2023 53(1)(3)'],
  'open-information': ['simplified-open-information', 'ARL2023 53(1)(4)'],
  'all-parties-agree': ['simplified-by-agreement', 'ARL2023 53(2)'],
} as const satisfies Record<SimplifiedGround, readonly [CheckCode, string]>;

/** 53: the grounds only open it; clear facts, clear rights and duties and little dispute are for a person to see. */
export function checkSimplified(application: ApplicationToCheck): Check {
  const check = 'simplified-eligible';
  const { receivedOn, act } = application;
  if (receivedOn !== null && receivedOn < newLawFrom)
    return found(check, 'look', 'simplified-not-then', 'ARL2023 53(1)');
  const ground = simplifiedGroundOf(application);
  if (ground === null) {
    const isMoney =
      (act.amount === null || act.amount === 0) &&
      (act.matter === 'penalty' || act.matter === 'levy' || act.matter === null);
    if (isMoney) return found(check, 'unknown', 'simplified-amount-unknown', 'ARL2023 53(1)(3)');
    const [code, article] = said['all-parties-agree'];
    return found(check, 'look', code, article);
  }
  const [code, article] = said[ground];
  return found(check, 'ok', code, article);
}
