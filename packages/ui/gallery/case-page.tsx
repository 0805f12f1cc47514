import { useState } from 'react';
import { Chip } from '../src/chip.tsx';
import { ClockCard } from '../src/clock-card.tsx';
import { DayGrid } from '../src/day-grid.tsx';
import { DefinitionList } from '../src/definition-list.tsx';
import { ExplanationSteps } from '../src/explanation-steps.tsx';
import { PageHeader } from '../src/page-header.tsx';
import { Panel } from '../src/panel.tsx';
import { ProgressBar } from '../src/progress-bar.tsx';
import { StepMenu } from '../src/step-menu.tsx';
import { Tabs } from '../src/tabs.tsx';
import { Timeline } from '../src/timeline.tsx';
import { VerdictButton } from '../src/verdict-button.tsx';
import { sampleDays } from './sample-days.ts';
import type { Lang, Say } from './words.ts';
import { dayText, gridWords } from './words.ts';

const nothing = () => undefined;

/** The components together, as a case page would lay them out. All names are invented. */
export function CasePage({ lang, say }: { lang: Lang; say: Say }) {
  const [tab, setTab] = useState('overview');
  return (
    <>
      <PageHeader
        crumbs={say('复议 / 云政复〔2025〕41号', 'Reconsideration / 云政复〔2025〕41号')}
        title={say('李某不服云岭县公安局行政处罚决定', 'Li v. Yunling County Public Security Bureau (penalty)')}
        chips={<Chip>{say('审理中 · 普通程序', 'under review · ordinary procedure')}</Chip>}
        lead={
          <>
            <b>{say('等谁：本机构', 'Waiting for: this office')}</b>{' '}
            {say(
              '— 拟定决定意见，报复议机关负责人同意（第六十一条）。决定期限还有',
              '— draft the decision for approval (art. 61). Left:',
            )}{' '}
            <b className="rd-tone-amber">{say('5 个工作日', '5 working days')}</b>
            {say(
              '；逾期，申请人可在 15 日内起诉（第三十四条）',
              '; after that the applicant may sue within 15 days (art. 34)',
            )}
          </>
        }
        actions={
          <>
            <VerdictButton verdict="usual" label={say('拟定复议决定…', 'Draft the decision…')} onAct={nothing} />
            <VerdictButton verdict="allowed" label={say('延长期限…', 'Extend…')} onAct={nothing} />
            <VerdictButton verdict="allowed" label={say('调解…', 'Mediate…')} onAct={nothing} />
            <VerdictButton
              verdict="refused"
              label={say('适用简易程序', 'Use the simplified procedure')}
              reason={say(
                '涉及款额须三千元以下且争议不大',
                'the amount must be at most 3,000 yuan and little in dispute',
              )}
              article={say('第五十三条', 'art. 53')}
              onAct={nothing}
            />
            <StepMenu
              label={say('更多', 'More')}
              items={[
                { key: 'suspend', verdict: 'allowed', label: say('中止审理…', 'Suspend…'), onAct: nothing },
                {
                  key: 'late',
                  verdict: 'irregular',
                  label: say('补记听证…', 'Record a past hearing…'),
                  reason: say('事后补记，不移动任何期限', 'recorded afterwards; it moves no limit'),
                  onAct: nothing,
                },
                {
                  key: 'accept',
                  verdict: 'refused',
                  label: say('受理', 'Accept'),
                  reason: say('已于 2025年12月3日受理', 'accepted on 3 December 2025'),
                  article: say('第三十条', 'art. 30'),
                  onAct: nothing,
                },
              ]}
            />
          </>
        }
      />
      <div className="rd-cols">
        <div>
          <Tabs
            label={say('案件各部分', 'Parts of the case')}
            selected={tab}
            onSelect={setTab}
            items={[
              { key: 'overview', label: say('概览', 'Overview') },
              { key: 'ledger', label: say('经过', 'Ledger'), count: 17 },
              { key: 'parties', label: say('当事人', 'Parties'), count: 3 },
              { key: 'evidence', label: say('证据', 'Evidence'), count: 6 },
              { key: 'documents', label: say('文书', 'Documents'), count: 5 },
            ]}
          >
            <Panel title={say('被复议的行政行为', 'The act under review')}>
              <DefinitionList
                termWidth={lang === 'en' ? '132px' : undefined}
                items={[
                  {
                    key: 'act',
                    term: say('行为', 'Act'),
                    value: say(
                      '云公（治）行罚决字〔2025〕318号 行政处罚决定 · 罚款五百元',
                      '云公（治）行罚决字〔2025〕318号, fine of 500 yuan',
                    ),
                  },
                  {
                    key: 'known',
                    term: say('作出 / 知道', 'Made / known'),
                    value: (
                      <>
                        {say('2025年11月3日作出，11月4日直接送达', 'made 3 Nov 2025, served in person 4 Nov')}{' '}
                        <Chip tone="jade">{say('在期限内 第 20 天申请', 'in time, day 20')}</Chip>
                      </>
                    ),
                  },
                  {
                    key: 'request',
                    term: say('复议请求', 'Requests'),
                    value: say('撤销上述处罚决定', 'annul the penalty'),
                  },
                  {
                    key: 'matter',
                    term: say('事项 / 类别', 'Matter'),
                    value: say('行政处罚 · 公安', 'penalty · public security'),
                  },
                  {
                    key: 'channel',
                    term: say('申请方式', 'Received'),
                    value: say(
                      '邮寄，邮戳 2025年11月24日，11月26日收到',
                      'by post, postmark 24 Nov 2025, arrived 26 Nov',
                    ),
                  },
                ]}
              />
            </Panel>
            <Panel title={say('经过', 'Ledger')}>
              <Timeline
                label={say('经过', 'Ledger')}
                entries={[
                  {
                    key: '6',
                    date: say('1月20日', '20 Jan'),
                    dateTime: '2026-01-20',
                    title: say('恢复审理', 'Review resumed'),
                    detail: say(
                      '相关民事案件已审结，判决书 1月19日收到；双方当日送达　→ 期限继续计算，剩余 27 日',
                      'the civil case is closed; served on both the same day → the limit runs on, 27 days left',
                    ),
                    by: say('林之 01-20 记', 'Lin Zhi, 20 Jan'),
                  },
                  {
                    key: '5',
                    date: say('1月5日', '5 Jan'),
                    dateTime: '2026-01-05',
                    title: say('中止审理', 'Review suspended'),
                    detail: say(
                      '须以相关案件审理结果为依据，第三十九条第一款第（八）项　→ 审理期限停止计算',
                      'depends on another case, art. 39(1)(8) → the limit stops',
                    ),
                    by: say('林之 01-05 记', 'Lin Zhi, 5 Jan'),
                  },
                  {
                    key: '4',
                    date: say('12月3日', '3 Dec'),
                    dateTime: '2025-12-03',
                    title: say('受理，适用普通程序', 'Accepted, ordinary procedure'),
                    detail: say(
                      '科室负责人同意　→ 起算审理期限 60 日、发送副本 7 个工作日',
                      'approved → 60 days to decide, 7 working days to send the copy',
                    ),
                    by: say('林之 12-03 记', 'Lin Zhi, 3 Dec'),
                  },
                  {
                    key: '3',
                    date: say('12月2日', '2 Dec'),
                    dateTime: '2025-12-02',
                    title: say('收到补正材料', 'Corrections received'),
                    badges: <Chip tone="dotted">{say('更正：原记 12月1日', 'corrected: was 1 Dec')}</Chip>,
                    detail: say(
                      '当面提交；更正理由：登记时误选日期（2 个期限随之变动）',
                      'in person; the day was mistaken when recorded (2 limits moved)',
                    ),
                    by: say('林之 12-03 更正', 'Lin Zhi, 3 Dec'),
                  },
                  {
                    key: '2',
                    date: say('12月1日', '1 Dec'),
                    dateTime: '2025-12-01',
                    state: 'replaced',
                    stateLabel: say('已更正', 'corrected'),
                    title: say('收到补正材料', 'Corrections received'),
                    correction: say(
                      '已更正为 12月2日：登记时误选日期',
                      'corrected to 2 Dec: the day was mistaken when recorded',
                    ),
                    by: say('林之 12-02 记', 'Lin Zhi, 2 Dec'),
                  },
                ]}
              />
            </Panel>
          </Tabs>
        </div>
        <aside>
          <Panel title={say('期限', 'Time limits')}>
            <ClockCard
              name={say('作出复议决定', 'Decide')}
              light={{ state: 'near', label: say('将到期', 'near') }}
              due={dayText(lang, '2026-02-24')}
              left={say('还有 5 个工作日', '5 working days left')}
              progress={
                <ProgressBar
                  label={say('审理期限', 'review period')}
                  value={49}
                  max={60}
                  marks={[
                    { at: 40, label: '40' },
                    { at: 50, label: '50' },
                    { at: 60, label: '60' },
                  ]}
                  text={say('已用 49 天', '49 days used')}
                  note={say('中止扣除 15 天', '15 stopped days deducted')}
                />
              }
              explanationLabel={say('为什么是这一天？', 'Why this day?')}
              defaultOpen
              explanation={
                <>
                  <DayGrid
                    {...gridWords(lang, say)}
                    label={say('作出复议决定，逐日', 'Decide, day by day')}
                    days={sampleDays(lang, {
                      start: '2025-12-03',
                      raw: '2026-02-16',
                      due: '2026-02-24',
                      stopped: ['2026-01-05', '2026-01-20'],
                    })}
                  />
                  <ExplanationSteps
                    label={say('计算步骤', 'Steps')}
                    steps={[
                      {
                        key: '1',
                        sentence: say('2025年12月3日 受理，当日不计', 'Accepted on 3 Dec 2025, that day not counted'),
                        law: '行政复议法第六十二条第一款；民事诉讼法第八十五条',
                      },
                      { key: '2', sentence: say('加 60 日，至 2026年2月1日', 'Plus 60 days: 1 Feb 2026') },
                      {
                        key: '3',
                        sentence: say(
                          '中止 1月5日 – 1月20日，扣除 15 日，至 2月16日',
                          'Stopped 5 – 20 Jan, 15 days deducted: 16 Feb',
                        ),
                        law: '第三十九条第一款第（八）项 · 云政复中字〔2025〕41号',
                      },
                      {
                        key: '4',
                        sentence: say(
                          '2月16日为春节放假，顺延至放假后第一个工作日',
                          '16 Feb is a holiday: to the first working day after it',
                        ),
                        law: '民事诉讼法第八十五条第三款 · 国务院办公厅 2026 年放假通知',
                      },
                      { key: '5', sentence: `${dayText(lang, '2026-02-24')}${say('届满', ': the end')}`, end: true },
                    ]}
                  />
                </>
              }
            />
            <ClockCard
              name={say('被申请人答复', 'Reply')}
              light={{ state: 'ok', label: say('已完成', 'met') }}
              due={<Chip tone="jade">{say('第 9 个工作日完成', 'met on working day 9')}</Chip>}
              detail={say(
                '收到副本次日起 10 个工作日，12月22日止 · 第四十八条',
                '10 working days from the copy, until 22 Dec · art. 48',
              )}
            />
            <ClockCard
              name={say('履行答复', 'Report performance')}
              light={{ state: 'unknown', label: say('暂定', 'provisional') }}
              due={dayText(lang, '2027-02-18')}
              soft
              chips={
                <>
                  <Chip tone="dotted">{say('暂定', 'provisional')}</Chip>
                  <Chip tone="dotted">{say('未核实', 'unverified')}</Chip>
                </>
              }
              detail={say('2027 年放假安排尚未公布', 'the holidays of 2027 are not yet published')}
            />
          </Panel>
        </aside>
      </div>
    </>
  );
}
