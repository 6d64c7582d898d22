import { partRead } from '../../../../lambdas/domain/show-notes/reading/part-read';
import { spoken } from '../../../support/conversations/spoken';

const transcript = spoken(`MIRA: Twelve bells.
JON: And a thirteenth.
MIRA: Nobody counts it.`);

test('a transcript that is short enough is read whole', () => {
  expect(partRead(transcript)).toEqual({ transcript, warnings: [] });
});

test('of a longer one the first turns are read, and a warning says how many', () => {
  const { transcript: read, warnings } = partRead(transcript, 40);
  expect(read.turns.map(({ text }) => text)).toEqual(['Twelve bells.', 'And a thirteenth.']);
  expect(warnings).toEqual([{ message: expect.stringContaining('the first 2 of 3 turns') }]);
});

test('a first turn that is too long by itself is read nevertheless', () => {
  expect(partRead(transcript, 5).transcript.turns).toHaveLength(1);
});
