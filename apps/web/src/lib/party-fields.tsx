import type { FieldProblem } from '@redress/domain/errors';
import { idNumberHint } from '@redress/domain/reconsideration/id-number';
import type { ReactNode } from 'react';
import { SelectField, TextField } from './fields.tsx';
import { useWords } from './language.tsx';
import { newId } from './trpc.ts';
import './register-form.css';

export const partyKinds = ['citizen', 'legal-person', 'other-organisation'] as const;
export type PartyKind = (typeof partyKinds)[number];

export interface PersonDraft {
  name: string;
  idNumber: string;
  telephone: string;
  address: string;
  legalRepresentative: string;
}

export interface PartyDraft {
  /** The form's own name for the party: agents and representatives point to it. */
  key: string;
  kind: PartyKind;
  person: PersonDraft;
  /** A third party's own consent to electronic service; drafts of before lack it. */
  electronicService?: boolean;
}

const nobody = (): PersonDraft => ({ name: '', idNumber: '', telephone: '', address: '', legalRepresentative: '' });
export const newParty = (): PartyDraft => ({ key: newId().slice(0, 12), kind: 'citizen', person: nobody() });

interface PartyFieldsProps {
  title: string;
  party: PartyDraft;
  path: string;
  /** An agent's address is not asked. */
  short?: boolean;
  /** Who sees the identity number, where it is not the reconsideration organ. */
  idNumberHint?: string;
  /** The problems of a field of the step’s input and of what lies below it. */
  problemsOf: (field: string) => readonly FieldProblem[];
  onChange: (party: PartyDraft) => void;
  onRemove: (() => void) | undefined;
  children?: ReactNode;
}

/** One party as it is typed: a citizen’s number, an organisation’s representative. */
export function PartyFields({
  title,
  party,
  path,
  short = false,
  idNumberHint: seenBy,
  problemsOf,
  onChange,
  onRemove,
  children,
}: PartyFieldsProps) {
  const words = useWords();
  const w = words.register;
  const idHint = idNumberHint(party.kind, party.person.idNumber);
  const person = (part: Partial<PartyDraft['person']>) => onChange({ ...party, person: { ...party.person, ...part } });
  return (
    <fieldset className="rw-party">
      <legend>{title}</legend>
      {onRemove !== undefined && (
        <button
          type="button"
          className="rd-btn rw-small rw-party-remove"
          data-look="plain"
          aria-label={`${words.remove} ${title}`}
          onClick={onRemove}
        >
          {words.remove}
        </button>
      )}
      <div className="rw-party-fields">
        <TextField
          label={w.name}
          required
          value={party.person.name}
          problems={problemsOf(`${path}.person.name`)}
          onChange={(name) => person({ name })}
        />
        {!short && (
          <SelectField
            label={w.partyKind}
            required
            value={party.kind}
            options={partyKinds.map((value) => ({
              value,
              label: w.partyKinds[value],
            }))}
            problems={problemsOf(`${path}.kind`)}
            onChange={(kind) => onChange({ ...party, kind: (kind ?? 'citizen') as PartyDraft['kind'] })}
          />
        )}
        <TextField
          label={w.idNumber}
          hint={idHint === null ? (seenBy ?? w.idNumberHint) : words.intake.idNumber[idHint]}
          value={party.person.idNumber}
          problems={problemsOf(`${path}.person.idNumber`)}
          onChange={(idNumber) => person({ idNumber })}
        />
        <TextField
          label={w.telephone}
          value={party.person.telephone}
          problems={problemsOf(`${path}.person.telephone`)}
          onChange={(telephone) => person({ telephone })}
        />
        {party.kind !== 'citizen' && (
          <TextField
            label={w.legalRepresentative}
            value={party.person.legalRepresentative}
            problems={problemsOf(`${path}.person.legalRepresentative`)}
            onChange={(legalRepresentative) => person({ legalRepresentative })}
          />
        )}
        {!short && (
          <TextField
            label={w.address}
            wide
            value={party.person.address}
            problems={problemsOf(`${path}.person.address`)}
            onChange={(address) => person({ address })}
          />
        )}
        {children}
      </div>
    </fieldset>
  );
}
