import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Chip } from '../src/chip.tsx';
import { CivilDateInput } from '../src/civil-date-input.tsx';
import { ClockCard } from '../src/clock-card.tsx';
import { ConfirmIrregular } from '../src/confirm-irregular.tsx';
import type { ListColumn } from '../src/data-list.tsx';
import { DataList } from '../src/data-list.tsx';
import { DayGrid } from '../src/day-grid.tsx';
import { EmptyState } from '../src/empty-state.tsx';
import { ErrorState } from '../src/error-state.tsx';
import { FileDrop } from '../src/file-drop.tsx';
import { FilterChips } from '../src/filter-chips.tsx';
import { FormField } from '../src/form-field.tsx';
import { FormSection } from '../src/form-section.tsx';
import { ImpactList } from '../src/impact-list.tsx';
import type { LightState } from '../src/light.tsx';
import { Light } from '../src/light.tsx';
import { LoadingSkeleton } from '../src/loading-skeleton.tsx';
import { NoticeBar } from '../src/notice-bar.tsx';
import { OpinionThread } from '../src/opinion-thread.tsx';
import { PageHeader } from '../src/page-header.tsx';
import { Panel } from '../src/panel.tsx';
import { PersonLine } from '../src/person-line.tsx';
import { ProgressBar } from '../src/progress-bar.tsx';
import { Statute } from '../src/statute.tsx';
import { Timeline } from '../src/timeline.tsx';
import type { Verdict } from '../src/verdict-button.tsx';
import { VerdictButton } from '../src/verdict-button.tsx';
import { sampleDays } from './sample-days.ts';
import type { Lang, Say } from './words.ts';
import { dateWords, dayText, gridWords } from './words.ts';

const nothing = () => undefined;

function Part({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <section className="gallery-part">
      <h2>{title}</h2>
      <div className="gallery-states" data-wide={wide ? '' : undefined}>
        {children}
      </div>
    </section>
  );
}

function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="gallery-state">
      <h3>{name}</h3>
      {children}
    </div>
  );
}

interface SampleRow {
  id: string;
  number: string;
  matter: string;
  light: LightState;
  due: string;
  who: string;
}

/** Every component in every state. All names are invented. */
export function ComponentsPage({ lang, say }: { lang: Lang; say: Say }) {
  const lights: Record<LightState, string> = {
    overdue: say('已超期', 'overdue'),
    near: say('将到期', 'near'),
    ok: say('期限内', 'in time'),
    stopped: say('中止', 'stopped'),
    unknown: say('未知', 'unknown'),
  };
  return (
    <>
      <PageHeader
        title={say('组件', 'Components')}
        lead={say(
          '每个组件的每种状态：正常、空、加载中、出错、长文字。',
          'Every component in every state: normal, empty, loading, error, long text.',
        )}
      />
      <Part title="chip · light">
        <State name="chip">
          <div className="gallery-row">
            <Chip>{say('审理中', 'under review')}</Chip>
            <Chip tone="red">{say('已超期 1 天', '1 day overdue')}</Chip>
            <Chip tone="amber">{say('3 日内', 'within 3 days')}</Chip>
            <Chip tone="jade">{say('已送达', 'served')}</Chip>
            <Chip tone="dotted">{say('暂定', 'provisional')}</Chip>
          </div>
        </State>
        <State name="light">
          <div className="gallery-row">
            {(Object.keys(lights) as LightState[]).map((state) => (
              <Light key={state} state={state} label={lights[state]} showLabel />
            ))}
          </div>
        </State>
      </Part>
      <Part title="verdict-button" wide>
        <State name="usual · allowed · irregular · refused · busy">
          <div className="gallery-row">
            {(
              [
                ['usual', say('受理，并起算 60 日', 'Accept, and start 60 days')],
                ['allowed', say('通知补正…', 'Ask for corrections…')],
                ['irregular', say('补记延长 30 日…', 'Record an extension of 30 days…')],
                ['refused', say('作出决定', 'Decide')],
              ] as [Verdict, string][]
            ).map(([verdict, label]) => (
              <VerdictButton
                key={verdict}
                verdict={verdict}
                label={label}
                reason={
                  verdict === 'irregular'
                    ? say('延长决定晚于届满，不移动期限', 'after the end of the limit; moves no date')
                    : say(
                        '须先听取意见；申请人尚未陈述，也没有说明不能听取的原因',
                        'the parties must be heard first; the applicant has not been, and no ground is recorded',
                      )
                }
                article={verdict === 'irregular' ? say('第六十二条', 'art. 62') : say('第四十九条', 'art. 49')}
                onAct={nothing}
              />
            ))}
            <VerdictButton verdict="usual" busy label={say('正在保存…', 'Saving…')} onAct={nothing} />
          </div>
        </State>
      </Part>
      <Part title="day-grid">
        <State name={say('工作日，跨春节', 'working days over Spring Festival')}>
          <DayGrid
            {...gridWords(lang, say)}
            label={say('被申请人答复，逐日', 'Reply, day by day')}
            days={sampleDays(lang, { start: '2026-02-09', due: '2026-03-04' })}
          />
        </State>
        <State name={say('暂定', 'provisional')}>
          <DayGrid
            {...gridWords(lang, say)}
            label={say('作出决定，逐日', 'Decide, day by day')}
            days={sampleDays(lang, { start: '2026-11-20', due: '2027-01-19', provisionalFrom: '2027-01-01' })}
          />
        </State>
        <State name={say('一年', 'a year')}>
          <DayGrid
            {...gridWords(lang, say)}
            label={say('最长期限，逐日', 'The longest limit, day by day')}
            days={sampleDays(lang, { start: '2025-12-03', due: '2026-12-03' })}
          />
        </State>
      </Part>
      <Part title="clock-card · progress-bar">
        <State name={say('五种灯', 'five lights')}>
          <Panel title={say('期限', 'Time limits')}>
            {(Object.keys(lights) as LightState[]).map((state) => (
              <ClockCard
                key={state}
                name={say('发送申请书副本', 'Send the copy')}
                light={{ state, label: lights[state] }}
                due={
                  state === 'unknown' ? say('尚缺送达日', 'the day of service is missing') : dayText(lang, '2026-02-10')
                }
                soft={state === 'unknown'}
                left={
                  {
                    overdue: say('已超期 1 天', '1 day overdue'),
                    near: say('还有 2 个工作日', '2 working days left'),
                    ok: say('还有 6 个工作日', '6 working days left'),
                    stopped: say('中止中，剩 21 日', 'stopped, 21 days left'),
                    unknown: undefined,
                  }[state]
                }
              />
            ))}
          </Panel>
        </State>
        <State name={say('进度', 'progress')}>
          <Panel>
            {([0, 49, 75] as const).map((value) => (
              <ProgressBar
                key={value}
                label={say('审理期限', 'review period')}
                value={value}
                max={60}
                tone={value > 60 ? 'red' : 'ink'}
                marks={[40, 50, 60].map((at) => ({ at, label: String(at) }))}
                text={say(`已用 ${value} 天`, `${value} days used`)}
              />
            ))}
          </Panel>
        </State>
      </Part>
      <Lists say={say} lights={lights} />
      <Forms lang={lang} say={say} />
      <Part title="timeline">
        <State name={say('更正、撤销、长文字', 'replaced, annulled, long text')}>
          <Panel title={say('经过', 'Ledger')}>
            <Timeline
              label={say('经过', 'Ledger')}
              entries={[
                {
                  key: '1',
                  date: say('2026年1月5日', '5 Jan 2026'),
                  title: say(
                    '被申请人提交书面答复并移送作出行政行为的全部证据、依据和其他有关材料共一百二十八份',
                    'The respondent filed its written reply with all evidence, bases and other material, 128 pieces in all',
                  ),
                  detail: say('第 9 个工作日；负责人签章已核', 'working day 9; signature and seal checked'),
                  badges: <Chip tone="jade">{say('按时', 'in time')}</Chip>,
                  by: say('赵敏 01-05 记', 'Zhao Min, 5 Jan'),
                },
                {
                  key: '2',
                  date: say('2026年1月4日', '4 Jan 2026'),
                  state: 'replaced',
                  stateLabel: say('已更正', 'corrected'),
                  title: say('送达', 'Served'),
                  correction: say('更正为 1月5日：回证日期看错', 'corrected to 5 Jan: the receipt was misread'),
                  by: say('林之', 'Lin Zhi'),
                },
                {
                  key: '3',
                  date: say('2026年1月2日', '2 Jan 2026'),
                  state: 'annulled',
                  stateLabel: say('已撤销', 'annulled'),
                  title: say('中止审理', 'Suspended'),
                  correction: say('撤销：记入了另一案', 'annulled: belonged to another case'),
                  by: say('林之', 'Lin Zhi'),
                },
              ]}
            />
          </Panel>
        </State>
        <State name="opinion-thread">
          <Panel title={say('审批意见', 'Opinions')}>
            <OpinionThread
              label={say('审批意见', 'Opinions')}
              opinions={[
                {
                  key: '1',
                  who: say('林之', 'Lin Zhi'),
                  post: say('承办人', 'handler'),
                  when: say('2月3日 09:12', '3 Feb 09:12'),
                  verdict: 'proposed',
                  verdictLabel: say('拟办', 'proposed'),
                  words: '案情复杂，拟延长三十日。',
                },
                {
                  key: '2',
                  who: say('沈岚', 'Shen Lan'),
                  post: say('科室负责人', 'section head'),
                  when: say('2月3日 15:40', '3 Feb 15:40'),
                  verdict: 'returned',
                  verdictLabel: say('退回', 'returned'),
                  words: '理由写得太简。请说明复杂在哪里，并补上鉴定的起止日。',
                  reasons: [
                    say('未写明案情复杂的具体情形', 'does not say what is complex'),
                    say('鉴定期间没有文书', 'no document for the appraisal'),
                  ],
                },
                {
                  key: '3',
                  who: say('周伯衡', 'Zhou Boheng'),
                  post: say('复议机构负责人', 'head of the institution'),
                  when: say('纸质 · 2月5日签', 'on paper, signed 5 Feb'),
                  verdict: 'approved',
                  verdictLabel: say('同意', 'approved'),
                  words: '同意延长三十日，按时寄出通知。',
                },
                {
                  key: '4',
                  who: say('县政府分管负责人', 'deputy county head'),
                  verdict: 'waiting',
                  verdictLabel: say('待批', 'waiting'),
                },
              ]}
            />
          </Panel>
        </State>
      </Part>
      <Part title="statute · person-line · states">
        <State name="statute">
          <Statute
            article={say(
              '行政复议法（2023 年修订）第八十八条第二款',
              'Administrative Reconsideration Law (2023), art. 88(2)',
            )}
          >
            {'本法关于行政复议期间有关“三日”、“五日”、“七日”、“十日”的规定是指工作日，不含法定休假日。'}
          </Statute>
        </State>
        <State name="person-line">
          <Panel title={say('当事人', 'Parties')}>
            <PersonLine
              name={say('李某', 'Li')}
              role={say('申请人', 'applicant')}
              chips={<Chip>{say('自然人', 'natural person')}</Chip>}
              detail={say('云岭县河口镇 · 已核对身份', 'Hekou, Yunling County · identity checked')}
            />
            <PersonLine
              name={say('云岭县公安局', 'Yunling County Public Security Bureau')}
              role={say('被申请人', 'respondent')}
              detail={say('联络人 高远 · 法制大队', 'liaison Gao Yuan, legal section')}
              actions={
                <button type="button" className="rd-btn" data-look="plain">
                  {say('查看', 'Open')}
                </button>
              }
            />
          </Panel>
        </State>
        <State name="notice-bar">
          <NoticeBar tone="info" word={say('提示', 'Note')}>
            {say('此页只读：案件已归档。', 'Read only: the case is archived.')}
          </NoticeBar>
          <NoticeBar tone="warn" word={say('注意', 'Mind')}>
            {say(
              '2027 年放假安排尚未公布，以下日期为暂定。',
              'The holidays of 2027 are not published; these days are provisional.',
            )}
          </NoticeBar>
          <NoticeBar tone="error" word={say('未能保存', 'Not saved')}>
            {say(
              '案件刚被沈岚更新。你的填写还在，请核对后再存。',
              'Shen Lan has just changed the case. What you wrote is kept; check and save again.',
            )}
          </NoticeBar>
        </State>
        <State name="empty · loading · error">
          <EmptyState
            title={say('没有等你审批的事项', 'Nothing awaits your approval')}
            detail={say('下级报来时会出现在这里。', 'Proposals will appear here.')}
          />
          <LoadingSkeleton label={say('正在读取', 'Loading')} />
          <ErrorState
            title={say('读取案件时连接中断', 'The connection broke while reading the case')}
            detail={say('没有改动任何数据。', 'Nothing was changed.')}
            retry={{ label: say('重试', 'Try again'), onRetry: nothing }}
          />
        </State>
      </Part>
    </>
  );
}

function Lists({ say, lights }: { say: Say; lights: Record<LightState, string> }) {
  const [selected, setSelected] = useState<readonly string[]>(['near']);
  const rows: SampleRow[] = [
    {
      id: '1',
      light: 'overdue',
      number: '云政复〔2025〕37号',
      matter: say('何某不服县自然资源局不予公开决定', 'He v. Natural Resources Bureau (disclosure)'),
      due: say('已超期 1 天', '1 day overdue'),
      who: say('本机构', 'this office'),
    },
    {
      id: '2',
      light: 'near',
      number: '云政复〔2026〕3号',
      matter: say('云岭宏远建材公司不服罚款八万元', 'Hongyuan Building Materials (fine of 80,000)'),
      due: say('今日 24 时视为受理', 'deemed accepted at midnight'),
      who: say('本机构', 'this office'),
    },
    {
      id: '3',
      light: 'ok',
      number: '云政复〔2026〕2号',
      matter: say(
        '王伟等 11 人不服房屋征收补偿决定，并请求一并审查县人民政府关于房屋征收补偿标准的规定',
        'Wang Wei and ten others v. the expropriation compensation decision, with review of the county rules on compensation standards',
      ),
      due: say('还有 6 个工作日', '6 working days left'),
      who: say('被申请人', 'the respondent'),
    },
    {
      id: '4',
      light: 'stopped',
      number: '云政复〔2025〕29号',
      matter: say('周某不服工伤认定', 'Zhou v. work injury finding'),
      due: say('中止中，剩 21 日', 'stopped, 21 days left'),
      who: say('另案', 'another case'),
    },
  ];
  const columns: ListColumn<SampleRow>[] = [
    {
      key: 'light',
      title: say('灯', 'Light'),
      titleHidden: true,
      width: '20px',
      card: 'hidden',
      render: (row) => <Light state={row.light} label={lights[row.light]} />,
    },
    { key: 'number', title: say('案号', 'Number'), width: '170px', primary: true, render: (row) => row.number },
    { key: 'matter', title: say('事项', 'Matter'), width: 'minmax(0, 2fr)', card: 'line', render: (row) => row.matter },
    {
      key: 'due',
      title: say('还有', 'Left'),
      card: 'corner',
      sort: { direction: 'ascending', onSort: nothing },
      render: (row) => (
        <span className={row.light === 'overdue' ? 'rd-tone-red' : row.light === 'near' ? 'rd-tone-amber' : undefined}>
          {row.due}
        </span>
      ),
    },
    {
      key: 'who',
      title: say('等谁', 'Waiting for'),
      width: '120px',
      render: (row) => <span className="rd-muted">{row.who}</span>,
    },
  ];
  const common = {
    columns,
    rowKey: (row: SampleRow) => row.id,
    loadingLabel: say('正在读取案件', 'Loading cases'),
    renderLink: (row: SampleRow, props: { className: string; children: ReactNode }) => (
      <a href={`#case-${row.id}`} {...props} />
    ),
    empty: (
      <EmptyState
        title={say('没有符合的案件', 'No such case')}
        detail={say('去掉一些筛选，或登记一件新的申请。', 'Clear some filters, or register an application.')}
        action={
          <button type="button" className="rd-btn">
            {say('清除筛选', 'Clear the filters')}
          </button>
        }
      />
    ),
  };
  const failure = (
    <ErrorState
      title={say('后面的案件没有读到', 'The next cases could not be read')}
      detail={say('已显示的不受影响。', 'Those shown are not affected.')}
      retry={{ label: say('重试', 'Try again'), onRetry: nothing }}
    />
  );
  return (
    <>
      <Part title="data-list · filter-chips" wide>
        <State name={say('有数据', 'rows')}>
          <FilterChips
            label={say('按状态', 'By state')}
            selected={selected}
            onChange={setSelected}
            clearLabel={say('清除', 'Clear')}
            options={[
              { value: 'overdue', label: say('已超期', 'Overdue'), count: 1 },
              { value: 'near', label: say('3 日内', 'Within 3 days'), count: 5 },
              { value: 'mine', label: say('我承办的', 'Mine'), count: 18 },
              { value: 'stopped', label: say('中止', 'Stopped') },
            ]}
          />
          <Panel>
            <DataList
              {...common}
              label={say('案件', 'Cases')}
              rows={rows}
              more={{
                label: say('再看 50 件', 'Show 50 more'),
                loadingLabel: say('正在读取…', 'Loading…'),
                loading: false,
                onMore: nothing,
              }}
              summary={say('已显示 4 件', '4 shown')}
            />
          </Panel>
        </State>
      </Part>
      <Part title={say('data-list：其他状态', 'data-list: other states')}>
        <State name={say('加载中', 'loading')}>
          <Panel>
            <DataList {...common} label={say('案件（加载中）', 'Cases (loading)')} rows={undefined} />
          </Panel>
        </State>
        <State name={say('空', 'empty')}>
          <Panel>
            <DataList {...common} label={say('案件（空）', 'Cases (empty)')} rows={[]} />
          </Panel>
        </State>
        <State name={say('出错', 'error')}>
          <Panel>
            <DataList {...common} label={say('案件（出错）', 'Cases (error)')} rows={undefined} error={failure} />
          </Panel>
        </State>
        <State name={say('窄处成卡片；后一页出错', 'cards where narrow; next page failed')}>
          <Panel>
            <DataList
              {...common}
              label={say('案件（卡片）', 'Cases (cards)')}
              rows={rows.slice(0, 3)}
              error={failure}
            />
          </Panel>
        </State>
      </Part>
    </>
  );
}

function Forms({ lang, say }: { lang: Lang; say: Say }) {
  const [day, setDay] = useState<string | null>('2026-02-03');
  const [asking, setAsking] = useState(false);
  const dates = dateWords(lang, say);
  return (
    <>
      <Part title="form-section · civil-date-input" wide>
        <State name={say('表单', 'a form')}>
          <Panel>
            <FormSection
              title={say('收到申请', 'Application received')}
              hint={say(
                '邮寄的，以邮戳日为申请日（第二十条）。',
                'By post: the postmark is the day of application (art. 20).',
              )}
            >
              <FormField
                label={say('收到之日', 'Received on')}
                required
                requiredLabel={say('必填', 'required')}
                hint={say('工作人员签收的那一天', 'the day it was signed for')}
              >
                {(control) => (
                  <CivilDateInput
                    {...control}
                    value={day}
                    onChange={setDay}
                    strings={dates}
                    today="2026-02-05"
                    max="2026-02-05"
                  />
                )}
              </FormField>
              <FormField label={say('邮戳日', 'Postmark')}>
                {(control) => (
                  <CivilDateInput
                    {...control}
                    value={null}
                    onChange={nothing}
                    strings={dates}
                    error={say('邮戳日不得晚于收到之日', 'The postmark cannot be later than the receipt')}
                  />
                )}
              </FormField>
              <FormField label={say('停用', 'Disabled')}>
                {(control) => (
                  <CivilDateInput {...control} value="2025-11-24" onChange={nothing} strings={dates} disabled />
                )}
              </FormField>
              <FormField
                label={say('案由', 'Matter')}
                error={say('案由必填（第二十二条）', 'The matter is required (art. 22)')}
                wide
                required
                requiredLabel={say('必填', 'required')}
              >
                {(control) => <Input {...control} status="error" />}
              </FormField>
            </FormSection>
            <VerdictButton
              verdict="irregular"
              label={say('补记延长…', 'Record an extension…')}
              reason={say('晚于届满', 'after the end')}
              onAct={() => setAsking(true)}
            />
            <ConfirmIrregular
              open={asking}
              title={say('补记延长 30 日', 'Record an extension of 30 days')}
              why={say(
                '延长决定晚于原期限届满。可以如实记入，但决定期限仍为原日。',
                'The extension came after the limit had ended. It can be recorded, but the limit stays where it was.',
              )}
              article={say('行政复议法第六十二条', 'Administrative Reconsideration Law, art. 62')}
              onConfirm={() => setAsking(false)}
              onCancel={() => setAsking(false)}
              strings={{
                word: say('不合常规', 'Irregular'),
                reason: say('为什么仍要记入', 'Why it is recorded all the same'),
                reasonHint: say('会随这一条留在经过里', 'kept in the ledger with the entry'),
                required: say('必填', 'required'),
                tooShort: say('理由至少 5 个字', 'At least 5 characters'),
                confirm: say('记入，不移动期限', 'Record, moving no limit'),
                cancel: say('返回', 'Back'),
              }}
            />
          </Panel>
        </State>
      </Part>
      <Part title="impact-list · file-drop">
        <State name={say('保存前', 'before saving')}>
          <ImpactList
            title={say('保存后', 'After saving')}
            none={say('不影响任何期限', 'No limit moves')}
            strings={{ before: say('原为', 'was'), after: say('改为', 'becomes') }}
            items={[
              {
                key: '1',
                clock: say('作出复议决定', 'Decide'),
                direction: 'moves',
                directionLabel: say('延后 30 日', '30 days later'),
                before: dayText(lang, '2026-02-24'),
                after: dayText(lang, '2026-03-26'),
                note: say('第六十二条第一款', 'art. 62(1)'),
              },
              {
                key: '2',
                clock: say('发出延期通知', 'Send the notice'),
                direction: 'starts',
                directionLabel: say('起算', 'starts'),
                before: null,
                after: dayText(lang, '2026-02-24'),
              },
              {
                key: '3',
                clock: say('被申请人答复', 'Reply'),
                direction: 'stops',
                directionLabel: say('停止', 'stops'),
                before: dayText(lang, '2026-02-10'),
                after: null,
              },
            ]}
          />
        </State>
        <State name={say('无 · 正在推算', 'none · reckoning')}>
          <ImpactList
            title={say('保存后', 'After saving')}
            none={say('不影响任何期限', 'No limit moves')}
            strings={{ before: '', after: '' }}
            items={[]}
          />
          <br />
          <ImpactList
            title={say('保存后 ', 'After saving ')}
            none=""
            strings={{ before: '', after: '' }}
            items={[]}
            busyLabel={say('正在推算…', 'Reckoning…')}
          />
        </State>
        <State name="file-drop">
          <FileDrop
            label={say('上传材料', 'Upload')}
            hint={say('PDF、JPG、PNG、DOCX，每个不超过 200 MB', 'PDF, JPG, PNG, DOCX, up to 200 MB each')}
            onFiles={nothing}
            onRemove={nothing}
            onRetry={nothing}
            strings={{
              choose: say('选择文件', 'Choose files'),
              orDrop: say('或拖到这里', 'or drop them here'),
              remove: (name) => say(`移除 ${name}`, `Remove ${name}`),
              removeShort: say('移除', 'Remove'),
              retry: say('重传', 'Retry'),
            }}
            files={[
              {
                key: '1',
                name: '复议申请书.pdf',
                note: '1.2 MB',
                state: 'done',
                stateLabel: say('已上传', 'uploaded'),
              },
              { key: '2', name: '处罚决定书.jpg', note: '840 kB', state: 'sending', stateLabel: '62%', progress: 0.62 },
              {
                key: '3',
                name: '证据光盘.iso',
                note: '2.0 GB',
                state: 'failed',
                stateLabel: say('未上传', 'not taken'),
                error: say('超过 200 MB，未上传', 'Larger than 200 MB, not taken'),
              },
            ]}
          />
        </State>
      </Part>
    </>
  );
}
