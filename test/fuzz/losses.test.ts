import { RejectedTranscriptError } from '../../lambdas/domain/errors';
import { readTranscript } from '../../lambdas/domain/formats';
import { lostWords, originalOf } from './losses';
import { chanceOf, mutate } from './mutations';
import { samples } from './samples';

const ROUNDS = 12;

test.each(samples().map((sample) => [sample.name, sample] as const))(
  'no word of %s is lost silently, however it is changed',
  (_name, { bytes, upload, lines }) => {
    const original = originalOf(lines(bytes), readTranscript(upload(bytes)));
    for (let round = 0; round < ROUNDS; round += 1) {
      const changed = mutate(bytes, chanceOf(11, round));
      try {
        expect({ round, lost: lostWords(original, lines(changed), readTranscript(upload(changed))) }).toEqual({
          round,
          lost: [],
        });
      } catch (error) {
        if (!(error instanceof RejectedTranscriptError)) throw error;
      }
    }
  },
);

test('a lost word is found: the check is no formality', () => {
  const lines = ['Nora: Hello again.', 'Ines: The tide was late.'];
  const transcript = readTranscript(new TextEncoder().encode(lines.join('\n\n')));
  const [first] = transcript.turns;
  const original = originalOf(lines, transcript);
  expect(lostWords(original, lines, transcript)).toEqual([]);
  expect(lostWords(original, lines, { ...transcript, turns: first ? [first] : [] })).toEqual(['tide', 'late']);
});
