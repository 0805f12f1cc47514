import { leaderNotices, sessionKinds } from '@redress/domain/litigation/codes';
import { FormSection } from '@redress/ui/form-section';
import { useQuery } from '@tanstack/react-query';
import {
  CheckField,
  DayField,
  MultiSelectField,
  NumberField,
  SelectField,
  TextField,
  TimeField,
} from '../../lib/fields.tsx';
import { FileField } from '../../lib/file-field.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useSession } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import type { SectionProps } from './section-props.ts';
import { chosenOrgans, type NoticeDraft, type SummonsDraft } from './summons-draft.ts';

const unsaid: NoticeDraft = { leader: 'none', servedOn: null };

/** The session of the summons, and how each organ's leader was told. */
export function SessionSection({
  draft,
  change,
  problemsOf,
  organs,
}: SectionProps & { organs: Outputs['office']['organs'] }) {
  const w = useWords().suits.form;
  const say = useSuitCodes();
  const { today } = useSession();
  const { session } = draft;
  const set = (part: Partial<SummonsDraft['session']>) => change({ session: { ...session, ...part } });
  const chosen = chosenOrgans(draft);
  const name = (id: string) => organs.find((organ) => organ.id === id)?.name ?? id;
  return (
    <FormSection title={w.sections.session} hint={w.hints.session}>
      <div className="rw-checks">
        <CheckField label={w.hasSession} value={draft.hasSession} onChange={(hasSession) => change({ hasSession })} />
      </div>
      {draft.hasSession && (
        <>
          <DayField
            label={w.sessionOn}
            required
            value={session.on}
            problems={problemsOf('session.on')}
            onChange={(on) => set({ on })}
          />
          <TimeField
            label={w.sessionTime}
            required
            placeholder={w.sessionTimePlaceholder}
            value={session.time}
            problems={problemsOf('session.time')}
            onChange={(time) => set({ time })}
          />
          <TextField
            label={w.sessionPlace}
            required
            placeholder={w.sessionPlacePlaceholder}
            value={session.place}
            problems={problemsOf('session.place')}
            onChange={(place) => set({ place })}
          />
          <SelectField
            label={w.sessionKind}
            required
            value={session.kind}
            options={sessionKinds.map((value) => ({ value, label: say('sessionKinds', value) }))}
            problems={problemsOf('session.kind')}
            onChange={(value) => set({ kind: sessionKinds.find((one) => one === value) ?? session.kind })}
          />
          <NumberField
            label={w.sessionMinutes}
            min={15}
            max={1440}
            value={session.minutes}
            problems={problemsOf('session.minutes')}
            onChange={(minutes) => set({ minutes })}
          />
          <div className="rw-checks">
            <CheckField label={w.isPublic} value={session.isPublic} onChange={(isPublic) => set({ isPublic })} />
            <CheckField label={w.online} value={session.online} onChange={(online) => set({ online })} />
          </div>
          {chosen.map((organ, at) => {
            const notice = session.notices[organ.organId] ?? unsaid;
            const tell = (part: Partial<NoticeDraft>) =>
              set({ notices: { ...session.notices, [organ.organId]: { ...notice, ...part } } });
            return (
              <div key={organ.key} className="rw-pair">
                <SelectField
                  label={w.notice(name(organ.organId))}
                  value={notice.leader}
                  clearable={false}
                  options={leaderNotices.map((value) => ({ value, label: say('notices', value) }))}
                  problems={problemsOf(`session.notices.${at}.leader`)}
                  onChange={(value) => tell({ leader: leaderNotices.find((one) => one === value) ?? notice.leader })}
                />
                <DayField
                  label={w.noticeServedOn(name(organ.organId))}
                  value={notice.servedOn}
                  max={today}
                  problems={problemsOf(`session.notices.${at}.servedOn`)}
                  onChange={(servedOn) => tell({ servedOn })}
                />
              </div>
            );
          })}
        </>
      )}
    </FormSection>
  );
}

/** Who of the office handles it, and the scans. */
export function FilesSection({ draft, change, problemsOf }: SectionProps) {
  const trpc = useTRPC();
  const w = useWords().suits.form;
  const people = useQuery(trpc.office.handlers.queryOptions(undefined, { staleTime: 600_000 }));
  return (
    <FormSection title={w.sections.files} hint={w.hints.files}>
      <MultiSelectField
        label={w.handlers}
        hint={w.handlersHint}
        value={draft.handlers}
        options={(people.data ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }))}
        problems={problemsOf('handlers')}
        onChange={(handlers) => change({ handlers: handlers.slice(0, 4) })}
      />
      <div className="rw-all">
        <FileField
          label={w.files}
          kind="scan"
          caseId={null}
          value={draft.files}
          onChange={(files) => change({ files })}
        />
      </div>
    </FormSection>
  );
}
