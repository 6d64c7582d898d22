import type { ShowNotes } from '../../../lambdas/contract/published';
import { type Compared, changesBetween } from '../../../lambdas/domain/changes';
import { type Files, spoken, written } from '../../support/conversations/spoken';
import { fc } from '../../support/laws';
import { INTERVIEW } from '../../support/scripts';

const publicationOf = (script: string, files: Files = {}): Compared => {
  const { showNotes, turns } = written(spoken(script), files);
  return { showNotes: showNotes as ShowNotes, turns };
};
const first = publicationOf(INTERVIEW);
const messages = (after: Compared, before: Compared = first): readonly string[] =>
  changesBetween(before, after).map(({ part, message }) => `${part}: ${message}`);
const editing = (edits: string): Compared => publicationOf(INTERVIEW, { episodeFile: `edits:\n${edits}` });

test('the same says the same', () => {
  expect(messages(publicationOf(INTERVIEW))).toEqual([]);
});

test('a misprint is one turn that reads differently, and one quote or key point where it is quoted or one', () => {
  expect(messages(publicationOf(INTERVIEW.replace('waits for somebody', 'waits for anybody')))).toContain(
    'quotes: One quote is corrected: “I believe that a constant without a reason is a mistake…”.',
  );
  expect(messages(publicationOf(INTERVIEW.replace('that we use has', 'that we used has')))).toEqual([
    'key-points: One key point is corrected: “The gauge that we used has a pressure sensor at the bottom…”.',
    'turns: One turn reads differently.',
  ]);
  expect(messages(publicationOf(INTERVIEW.replace('fourteen months', 'fifteen months')))).toEqual([
    'turns: One turn reads differently.',
  ]);
});

test('a label that is spelt otherwise throughout is one speaker renamed, not ten turns by somebody else', () => {
  const told = messages(publicationOf(INTERVIEW.replaceAll('INES:', 'INEZ:').replaceAll('Ines', 'Inez')));
  expect(told).toContain('people: Ines Kovar is now called Inez Kovar.');
  expect(told.filter((message) => /new among|no longer among|said by/u.test(message))).toEqual([]);
  const labelOnly = messages(publicationOf(INTERVIEW.replaceAll('NORA:', 'Nora:')));
  expect(labelOnly.filter((message) => message.startsWith('people'))).toEqual([
    'people: Nora Whitlock’s label NORA is now Nora.',
  ]);
});

test('a turn that was given to the wrong speaker', () => {
  const script = INTERVIEW.replace('INES: The biggest constituent', 'NORA: The biggest constituent');
  expect(messages(publicationOf(script))).toContain('turns: One turn is now said by NORA, not by INES.');
});

test('where everybody was recognised anew, one line says so', () => {
  const names = ['ADA', 'BEN', 'CLEO', 'DINA'];
  const talk = (shift: number) =>
    publicationOf(
      Array.from(
        { length: 24 },
        (_, at) => `${names[(at + shift * (1 + (at % 3))) % 4]}: This is sentence ${at} of a long talk.`,
      ).join('\n\n'),
    );
  const told = messages(talk(1), talk(0)).filter((message) => message.startsWith('turns'));
  expect(told).toEqual([expect.stringMatching(/^turns: \d+ turns are now said by somebody else\.$/u)]);
});

test('names, roles and titles from the files beside the transcript', () => {
  const files = { showFile: 'title: Harbour Nights\naliases:\n  INES: Dr Ines Kovar\n', episodeFile: 'number: 7\n' };
  const told = messages(publicationOf(INTERVIEW, files));
  expect(told).toContainEqual(expect.stringMatching(/^details: The show’s title is now “Harbour Nights”, before “/u));
  expect(told).toContain('details: The number is now 7.');
  expect(told).toContain('people: Ines Kovar is now called Dr Ines Kovar.');
  expect(messages(first, publicationOf(INTERVIEW, files))).toContain('details: There is no number any more, before 7.');
});

test('mentions: whether one has a link now, another, or none any more', () => {
  const linked = (host: string) =>
    publicationOf(INTERVIEW, { showFile: `glossary:\n  TideSum: https://${host}.example\n`, episodeFile: '' });
  const [one, other, none] = [
    linked('one'),
    linked('other'),
    publicationOf(INTERVIEW, { showFile: '', episodeFile: '' }),
  ];
  const told = [messages(one, none), messages(other, one), messages(none, other)].map((each) =>
    each.filter((message) => message.startsWith('mentions')),
  );
  expect(told).toEqual([
    ['mentions: The mention “TideSum” has a link now.'],
    ['mentions: The mention “TideSum” has another link.'],
    ['mentions: The mention “TideSum” has no link any more.'],
  ]);
});

test('edits: what they replace, and one that comes into conflict', () => {
  const edited = editing(
    '  summary: Five people, a kettle and the moon.\n  quotes: {add: [TideSum has 62 constituents]}\n  blurbs: {x: The moon.}\n',
  );
  expect(messages(edited)).toEqual([
    'summary: The summary reads differently.',
    'quotes: One quote is new: “TideSum has 62 constituents”.',
    'blurbs: 9 of 12 blurbs read differently: x, mastodon, linkedin, instagram, youtube-description, podcast-directory, newsletter, search-snippet, feed-line.',
  ]);
  const conflict = editing('  quotes: {add: [Nobody said this]}\n');
  expect(messages(conflict)).toEqual(['edits: An edit is in conflict: edits.quotes.add[0]; the warnings say why.']);
  expect(messages(first, conflict)).toEqual(['edits: The edit edits.quotes.add[0] is in conflict no more.']);
});

describe('chapters', () => {
  const at = (words: string, title: string) => editing(`  chapters: [{at: ${words}, title: ${title}}]\n`);
  const code = at('Nobody could change the old one', 'Code');

  test('one that is placed elsewhere moved; one with another title is the same chapter', () => {
    expect(messages(at('Our first rule for the rewrite', 'Code'), code)).toContainEqual(
      expect.stringMatching(/^chapters: The chapter “Code” moved: it begins at turn \d+, before at turn \d+\.$/u),
    );
    expect(messages(at('Nobody could change the old one', 'The cupboard'), code)).toContain(
      'chapters: The chapter “Code” is now called “The cupboard”.',
    );
  });

  test('a turn more at the beginning moves none', () => {
    const longer = INTERVIEW.replace('NORA: Could you', 'INES: It is good to be here.\nNORA: Could you');
    const told = messages(publicationOf(longer));
    expect(told).toContain('turns: One turn is new.');
    expect(told.filter((message) => message.includes('moved'))).toEqual([]);
  });
});

test('lists: new, gone, corrected, in another order; long texts are cut at a word', () => {
  const withQuotes = (...texts: readonly string[]): Compared => ({
    ...first,
    showNotes: {
      ...first.showNotes,
      quotes: texts.map((text) => ({ text, speaker: 'INES', turn: 1, words: [0, 1] as const })),
    },
  });
  const [tide, wave, gauge] = [
    'A tide is a sum of waves, and every wave has a height and a delay of its own.',
    'Waves are too quick to get through a small hole.',
    'The radar sometimes measures a seagull.',
  ] as const;
  expect(messages(withQuotes(tide, wave), withQuotes())).toEqual([
    'quotes: 2 quotes are new, the first “A tide is a sum of waves, and every wave has a height and a…”.',
  ]);
  expect(messages(withQuotes(), withQuotes(wave))).toEqual([`quotes: One quote is gone: “${wave}”.`]);
  const mended = wave.replace('quick', 'fast');
  expect(messages(withQuotes(mended, gauge), withQuotes(tide, wave))).toEqual([
    `quotes: One quote is corrected: “${mended}”.`,
    `quotes: One quote is new: “${gauge}”.`,
    'quotes: One quote is gone: “A tide is a sum of waves, and every wave has a height and a…”.',
  ]);
  expect(messages(withQuotes(wave, tide), withQuotes(tide, wave))).toEqual([
    'quotes: The quotes are in another order.',
  ]);
});

test('times that come, go or differ', () => {
  const timed = (shift: number): Compared => ({
    ...first,
    turns: { ...first.turns, turns: first.turns.turns.map((turn, index) => ({ ...turn, startTime: index + shift })) },
  });
  expect(messages(timed(0))).toEqual(['turns: The turns have times now.']);
  expect(messages(first, timed(0))).toEqual(['turns: The turns have no times any more.']);
  expect(messages(timed(1), timed(0))).toEqual([`turns: ${first.turns.turns.length} turns have other times.`]);
});

test('law: whatever lines go, stay or trade places, each change is told once, in one sentence, the same each time', () => {
  const lines = INTERVIEW.trim().split('\n');
  const versions = fc.shuffledSubarray(lines, { minLength: 3 }).map((some) => publicationOf(some.join('\n')));
  fc.assert(
    fc.property(versions, versions, (before, after) => {
      const told = messages(after, before);
      expect(messages(after, before)).toEqual(told);
      expect(new Set(told).size).toBe(told.length);
      for (const message of told) expect(message).toMatch(/^[a-z-]+: .*\.$/u);
      const isSameTranscript = JSON.stringify(before.turns.turns) === JSON.stringify(after.turns.turns);
      expect(told.length === 0).toBe(isSameTranscript);
    }),
    { numRuns: 40 },
  );
});
