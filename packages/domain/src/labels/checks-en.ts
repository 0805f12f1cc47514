import type { CheckWords } from './checks.ts';

/** The checks before acceptance. */
export const checksEn: CheckWords = {
  names: {
    'definite-parties': 'Applicant and respondent',
    'interest-in-act': 'Interest in the act',
    'definite-request': 'Request and grounds',
    'within-time-limit': 'Limit for applying',
    'within-scope': 'Scope',
    'own-jurisdiction': 'Jurisdiction',
    'not-filed-before': 'Not applied for before',
    'not-sued': 'No suit',
    'reconsideration-first': 'Reconsideration first',
    'simplified-eligible': 'Simplified procedure',
    representatives: 'Representatives',
  },
  states: { ok: 'Met', look: 'Please look', warning: 'Not met', unknown: 'Cannot be told yet' },
  codes: {
    'parties-definite': '{applicants} applicant(s) and {respondents} respondent(s), all named',
    'applicant-unnamed': 'An applicant has no name yet',
    'respondent-missing': 'No respondent has been named yet',
    'respondent-no-organ': '{respondent} is no administrative organ and cannot be the respondent',
    'interest-to-weigh': 'Compare the materials: does the act concern the applicant’s own rights?',
    'interest-of-complainant': 'A complaint was handled: did the applicant complain to protect rights of their own?',
    'request-definite': 'There are a definite request and grounds',
    'request-missing': 'The request or the grounds have not been written yet',
    'several-acts': 'The number names {n} acts; each act is applied against separately',
    'in-time': 'Filed on {filed}; the limit ends on {due}: in time',
    late: 'Filed on {filed}; the limit ended on {due}, {days} days before; where there was an obstacle, record it first',
    'limit-unknown': 'The day of knowing or of filing is not on record: the limit cannot be reckoned',
    'inaction-too-early': 'The period for acting ends only on {until}, after the application was filed',
    'former-cap-passed':
      'More than a year since the content was known ({due}); that cap has existed since 2024 and only warns here',
    'scope-listed': 'One of the acts the article lists',
    'scope-other': 'Registered as another act: see whether it infringes the applicant’s rights',
    'scope-unknown': 'No matter has been chosen yet',
    'scope-state-act': 'Acts of state (defence, diplomacy) are outside the scope',
    'scope-normative': 'A normative document itself is outside the scope; its review may be asked for beside an act',
    'scope-personnel': 'Rewards, penalties and appointments of an organ’s own staff are outside the scope',
    'scope-mediation': 'Mediation of a civil dispute is outside the scope',
    'scope-criminal': 'This may be an act of criminal justice and no administrative one',
    'own-department': '{respondent} is a department of this government: this organ is competent',
    'own-lower-government': '{respondent} is a government one level below: this organ is competent',
    'own-dispatched-organ': '{respondent} is this government’s dispatched organ: this organ is competent',
    'own-authorised':
      '{respondent} is an authorised organisation of this government or its department: this organ is competent',
    'own-dispatched-body':
      '{respondent} is a department’s dispatched body acting in its own name: this organ is competent',
    'own-provincial-act':
      'A provincial government reviews its own acts; against the decision a suit or a ruling of the State Council is open (26)',
    'own-ministry-act':
      'A State Council department reviews its own acts; against the decision a suit or a ruling of the State Council is open (26)',
    'own-vertical-superior': '{respondent} is led vertically and this organ is its superior department',
    'own-justice-choice':
      '{respondent} does the reconsideration work: the applicant may choose this government or the superior justice department',
    'dispatched-body-choice':
      '{respondent} is a district body of a city department: the government where it stands may be competent, too',
    'competent-elsewhere': 'Competent over {respondent}: {organ}; a refusal has to say so',
    'vertical-superior':
      '{respondent} is led vertically: its superior department is competent; a refusal has to say so',
    'perhaps-vertical': '{respondent} may be led vertically: find out how it is led',
    'competence-unknown': 'The tree of organs has nothing above {respondent}: find out which organ is competent',
    'several-competent': 'The respondents have different competent organs: find out which one it is',
    'former-jurisdiction':
      'Received before 2024: under the former law the applicant may choose the government or the superior department',
    'none-found-before':
      'No application of this applicant over this act in this organ’s files; ask the applicant about other organs',
    'filed-before': 'An application of this applicant over this act has been accepted: {number}',
    'perhaps-filed-before': 'There is another application of this applicant over this act: {number}',
    'no-suit': 'The applicant says that no suit was brought over this act',
    'suit-filed': 'A suit was brought and not accepted yet; once the court accepts it, no application may be made',
    'suit-accepted': 'A court has accepted a suit over the same act: no application may be made',
    'suit-not-asked': 'The applicant has not been asked about a suit',
    'first-spot-penalty':
      'A penalty imposed on the spot: reconsideration first; a refusal opens fifteen days to sue (34)',
    'first-resource-right':
      'Rights in natural resources already held: reconsideration first; a refusal opens fifteen days to sue (34)',
    'first-inaction': 'A duty not performed: reconsideration first; a refusal opens fifteen days to sue (34)',
    'first-perhaps-inaction':
      'No answer or no handling in time may be a duty not performed, where reconsideration comes first: look; a refusal opens fifteen days to sue (34)',
    'first-open-information':
      'Information not disclosed: reconsideration first; a refusal opens fifteen days to sue (34)',
    'first-perhaps-open-information':
      'Not disclosed, or not answered in time, reconsideration comes first: look; a refusal opens fifteen days to sue (34)',
    'first-tax': 'A tax dispute may come under reconsideration first: see the law on tax collection',
    'not-first': 'Reconsideration need not come first: the applicant may choose a suit',
    'first-unknown': 'To be told once the matter is chosen',
    'simplified-on-the-spot':
      'Made on the spot; open where facts, rights and duties are clear and the dispute is small',
    'simplified-warning':
      'A warning or circulated criticism; open where facts, rights and duties are clear and the dispute is small',
    'simplified-amount': 'At most 3,000 yuan; open where facts, rights and duties are clear and the dispute is small',
    'simplified-open-information':
      'Open government information; open where facts, rights and duties are clear and the dispute is small',
    'simplified-by-agreement': 'None of the four grounds: open where all parties agree',
    'simplified-amount-unknown': 'The sum is not on record; at most 3,000 yuan would open it',
    'simplified-not-then': 'There was no simplified procedure for what was received before 2024',
    'representatives-chosen':
      '{applicants} applicants, {n} representative(s); changing or withdrawing needs the consent of those represented',
    'representatives-missing':
      '{applicants} applicants have chosen no representatives; they may, one to {max} (regulation of 2007; from 1 July 2026 see the new one)',
    'representatives-many':
      '{n} representatives, more than {max} (regulation of 2007; from 1 July 2026 see the new one)',
  },
  likeness: {
    'same-number': 'Same document number',
    'same-act': 'Same act, organ and day',
    'same-applicant': 'Same applicant',
    'same-id-number': 'Same identity number',
    'other-id-number': 'Same name, other identity number',
    'same-respondent': 'Same respondent',
    'same-subject': 'Similar subject',
    'neighbour-number': 'Neighbouring number',
  },
  proposals: {
    'duplicate-of': 'Perhaps applied for twice: refuse it, or register it and link it as a duplicate',
    'same-dispute': 'Same dispute: link it once registered; think of joining, or follow the earlier case',
    related: 'Another case of this applicant against this organ: link it as related',
    series: 'Perhaps a series: link it and decide alike',
  },
};
