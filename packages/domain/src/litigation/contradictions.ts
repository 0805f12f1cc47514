/**
 * Everything an entry of a lawsuit can contradict, the law or the record itself: a closed set of codes with its article.
 * `null`: no article but the record. The catalogue has a sentence for each; the fold only says which, where and with what.
 */
export const contradictionArticles = {
  // The record itself.
  'not-registered': null,
  'registered-twice': null,
  'numbered-twice': null,
  'unknown-instance': null,
  'unknown-session': null,
  'unknown-organ': null,
  'unknown-party': null,
  'unknown-agent': null,
  'unknown-obligation': null,
  'unknown-advice': null,
  'unknown-proposal': null,
  'before-instance': null,
  'after-instance-ended': null,
  'after-voiding': null,
  'voided-twice': null,
  // What is done once: two windows must not do it twice unseen.
  'already-acknowledged': null,
  'answer-already-filed': null,
  'session-set-twice': null,
  'session-held-twice': null,
  'session-over': null,
  'session-cancelled': null,
  'held-on-other-day': null,
  'observation-not-marked': null,
  'instance-ended-twice': null,
  'served-twice': null,
  'performed-twice': null,
  'advice-received-twice': null,
  'advice-already-answered': null,
  'defects-not-recorded': null,
  'already-major': null,
  'not-major': null,
  // Instances.
  'instance-opened-twice': null,
  'court-number-twice': null,
  'second-first-instance': 'INT2018 69(1)(6)',
  'not-remanded': 'ALL2017 89(1)',
  'second-remand': 'ALL2017 89(2)',
  'docketed-after-known': 'ALL2017 67(1)',
  'papers-before-docketing': 'ALL2017 67(1)',
  'simplified-not-allowed': 'ALL2017 82',
  'procedure-unchanged': 'ALL2017 84',
  // Answer, evidence, agents.
  'answer-before-papers': 'ALL2017 67(1)',
  'too-many-agents': 'ALL2017 31(1)',
  'objection-late': 'INT2018 10(1)',
  'objection-not-examined': 'INT2018 11',
  'objection-not-made': 'INT2018 10(2)',
  'extension-asked-late': 'INT2018 34',
  'evidence-day-too-late': 'INT2018 104(1)',
  'extension-not-asked': 'INT2018 34',
  // Suspension.
  'already-suspended': 'INT2018 87(1)',
  'not-suspended': 'INT2018 87(2)',
  // Sessions and appearances.
  'session-before-docketing': 'ALL2017 51(1)',
  'session-not-held': 'LEAD2020 7(1)',
  'appearance-on-other-day': null,
  'replaced-after-session': 'LEAD2020 5(3)',
  'proof-after-session': 'LEAD2020 6(1)',
  'explained-after-session': 'LEAD2020 9(1)',
  // Judgment, service, appeal, retrial.
  'outcome-not-of-instance': null,
  'redo-without-revocation': 'ALL2017 70',
  'no-reconsideration-in-suit': 'INT2018 136(1)',
  'ended-while-suspended': 'INT2018 87(2)',
  'not-judged': null,
  'served-before-judged': null,
  'not-appealable': 'INT2018 101(2)',
  'appeal-late': 'ALL2017 85',
  'appeal-after-effect': 'ALL2017 85',
  'appeal-not-made': null,
  'not-effective': 'ALL2017 90',
  'retrial-applied-late': 'INT2018 110',
  // Performance.
  'performed-before-effect': 'ALL2017 94',
  'measure-before-due': 'ALL2017 96',
} as const satisfies Record<string, string | null>;

export type ContradictionCode = keyof typeof contradictionArticles;
export const contradictionCodes = Object.keys(contradictionArticles) as readonly ContradictionCode[];

/** The article a contradiction cites; null where the record itself is contradicted. */
export const articleOf = (code: ContradictionCode): string | null => contradictionArticles[code];
