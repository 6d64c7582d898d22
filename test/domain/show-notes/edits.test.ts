import { verifyShowNotes } from '../../../lambdas/domain/show-notes/verify';
import { INTERVIEW } from '../../support/scripts';
import { spoken, written } from '../../support/spoken';

const edited = (edits: string, script = INTERVIEW) => written(spoken(script), { episodeFile: `edits:\n${edits}` });
const messages = (edits: string, script?: string) =>
  edited(edits, script).showNotes.warnings.map(({ message }) => message);

const EDITS = `  summary: Five people, a kettle and the moon.
  blurbs:
    x: Five people and the moon.
  chapters:
    - {at: Why did you need a new program, title: The old code}
  quotes:
    add: [TideSum has 62 constituents]
  mentions:
    hide: [GitHub]
    add: [harbour wall]
  speakers:
    INES: Dr Ines Kovar
`;

test('what the producer wrote replaces what the writer wrote, says so, and passes the verifier', () => {
  const documents = edited(EDITS);
  const { showNotes } = documents;
  expect(showNotes.summary).toEqual({
    text: 'Five people, a kettle and the moon.',
    kind: 'composed',
    anchors: [],
    edited: true,
  });
  expect(showNotes.blurbs.find(({ channel }) => channel === 'x')).toEqual({
    ...{ channel: 'x', text: 'Five people and the moon.', length: 25, limit: 280, unit: 'x-weighted', edited: true },
  });
  expect(showNotes.chapters).toContainEqual(expect.objectContaining({ title: 'The old code', edited: true }));
  expect(showNotes.quotes).toContainEqual(expect.objectContaining({ speaker: 'INES', edited: true }));
  expect(showNotes.mentions.map(({ text }) => text)).not.toContain('GitHub');
  expect(showNotes.mentions[0]).toMatchObject({ text: 'harbour wall', edited: true });
  expect(showNotes.people[1]).toMatchObject({ name: 'Dr Ines Kovar', edited: true });
  expect(verifyShowNotes(documents)).toEqual([]);
});

test('edits survive a corrected transcript', () => {
  const corrected = INTERVIEW.replace('a printed page lay', 'a letter lay');
  expect(edited(EDITS, corrected).showNotes.summary.edited).toBe(true);
  expect(messages(EDITS, corrected).join()).not.toContain('episode file');
});

test.each([
  [
    '  quotes: {add: [Nobody said this]}',
    'edits.quotes.add[0] (line 2 of the episode file): no turn says "Nobody said this"',
  ],
  ['  chapters: [{at: gone words, title: A}]', 'no turn says "gone words" any more'],
  ['  mentions: {add: [Atlantis]}', 'no turn says "Atlantis"'],
  ['  summary: {text: Ours., was: Theirs.}', 'it was made on "Theirs.", but the writer now writes'],
  [`  blurbs: {x: ${'long '.repeat(60)}}`, 'x allows 280 (x-weighted), but the text has 299'],
])('an edit that does not fit any more is a conflict: %s', (edits, message) => {
  expect(messages(edits)).toContainEqual(expect.stringContaining(message));
});

test('the aliases and the glossary say how often they had an effect', () => {
  const { showNotes } = written(spoken(INTERVIEW), {
    showFile: 'aliases: {INES: Ines Kovar, OLAF: Olaf Brandt}\nglossary: {TideSum: https://tidesum.example}',
  });
  expect(showNotes.told).toEqual([
    expect.stringMatching(
      /^From the show file: INES is Ines Kovar in \d+ turns; OLAF is Olaf Brandt in 0 turns; "TideSum" is said \d times\.$/u,
    ),
  ]);
});

test('labels that are taken for one person are told, and an alias keeps them apart', () => {
  const script = 'Nora Whitlock: Welcome back.\nInes Kovar: Hello.\nNW: And how was the tide?\nInes Kovar: Late.';
  expect(written(spoken(script)).showNotes.told).toEqual([
    'NW and Nora Whitlock are taken for one person; to keep them apart, write “NW: their name” under aliases in the show file.',
  ]);
  const { people, told } = written(spoken(script), { showFile: 'aliases: {NW: Nils Winter}' }).showNotes;
  expect(people.map(({ labels }) => labels)).toContainEqual(['NW']);
  expect(told).toEqual(['From the show file: NW is Nils Winter in 1 turn.']);
});
