import { expect, test } from 'vitest';
import type { Outputs } from '../../lib/trpc.ts';
import { offeredRespondents } from './respondents.ts';

const organ = (id: string, kind: string, institution: string | null) => ({ id, kind, institution });

test('a government that itself reviews is offered as a respondent, a court is not', () => {
  const organs = [
    organ('organ-city', 'government', '某市司法局'),
    organ('organ-county', 'government', '某县司法局'),
    organ('organ-police', 'department', null),
    organ('organ-court', 'court', null),
  ] as unknown as Outputs['office']['organs'];
  expect(offeredRespondents(organs).map((o) => o.id)).toEqual(['organ-city', 'organ-county', 'organ-police']);
});
