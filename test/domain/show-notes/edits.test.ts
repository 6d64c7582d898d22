import { conflictingEdits } from '../../../lambdas/domain/show-notes/edits';
import { isNearlyPart } from '../../../lambdas/domain/show-notes/edits/edit-anchors';
import { verifyShowNotes } from '../../../lambdas/domain/show-notes/verify';
import { readClosely, spoken, written } from '../../support/conversations/spoken';
import { BAKERY, GERMAN, INTERVIEW } from '../../support/scripts';

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
  [`  blurbs: {bluesky: ${'👨‍👩‍👧‍👦'.repeat(130)}}`, 'bluesky allows 3000 (utf-8-bytes), but the text has 3250'],
])('an edit that does not fit any more is a conflict: %s', (edits, message) => {
  expect(messages(edits)).toContainEqual(expect.stringContaining(message));
});

test.each([
  // INTERVIEW says: 62 constituents, in 1983, fourteen months, by Ines Kovar.
  ['Fourteen months, 62 constituents, a storm.', []],
  ['14 months, sixty-two constituents, a storm.', []],
  [
    'Seventeen months and 61 constituents.',
    ['"Seventeen months", turn 11 says "fourteen months"', '"61 constituents", turn 5'],
  ],
  ['Seven months of comparing.', ['"Seven months", turn 11 says "fourteen months"']],
  ['A program of 1985, and eleven people.', ['"1985", which nobody says']],
  ['A talk with Ines Kovac.', ['"Kovac", which nobody says; "Kovar" is nearly that']],
  ['The Brennyck University.', ['"Brennyck", which nobody says; "Brennick" is nearly that']],
  ['On Kovar’s tides, write to 99@harbour-lights.example or https://harbour-lights.example/44.', []],
  // Nothing that a producer writes into a post and nobody says, and no word behind a number that it does not count.
  ['20:36 The rewrite, by @harbour99, #100DaysOfTides, harbour24.example.', []],
  ['Three of the tables, at 4:30 in the morning.', []],
  ['The 21st table of the 1990s, 22.5 metres high, the twenty-first since 1983.', []],
  ['The Kovars of Aldermouth.', []],
  ['In March with Noah, 75% of 500,000 gauges.', []],
])('of the numbers and names that the transcript has otherwise the producer is told: %s', (summary, expected) => {
  const told = conflictsIn(edited(`  summary: "${summary}"`).showNotes);
  expect(told).toEqual(
    expected.map((each) => expect.stringContaining(`edits.summary (line 2 of the episode file): it says ${each}`)),
  );
});

test.each([
  ['Five of the gulls', 'INES: Two of the gulls came, all of the four of the gulls.', []],
  ['Five gulls', 'INES: Four gulls came.', ['it says "Five gulls", turn 17 says "Four gulls"']],
  ['Born in March', 'Ada Marsh: I read tables.', []],
  ['With Ada Marsk', 'Ada Marsh: I read tables.', ['"Marsk", which nobody says; "Marsh" is nearly that']],
  ['With Kovac', 'INES: Kovac is my neighbour.', []],
  ['By Kovar and Brennick', 'Ada Kovars: I read tables.', []],
  ['Since 1066', 'INES: It began in ten sixty-six.', []],
  ['Since 1066', 'INES: It has sixty-six tables.', ['"1066", which nobody says']],
  ['Since 1977', 'INES: It began in nineteen seventy-seven.', []],
  ['Since 1976', 'INES: It began in nineteen seventy-seven.', ['"1976", which nobody says']],
])('"%s" where somebody else says "%s"', (summary, said, expected) => {
  const told = conflictsIn(edited(`  summary: "${summary}."`, `${INTERVIEW}${said}`).showNotes);
  expect(told).toEqual(expected.map((each) => expect.stringContaining(each)));
});

test.each(['summary: ', 'standfirst: ', 'blurbs:\n    x: ', 'blurbs:\n    newsletter: '])(
  'what is written under %s is compared',
  (key) => {
    expect(conflictsIn(edited(`  ${key}"Seventeen months."`).showNotes)).toEqual([
      expect.stringContaining('"Seventeen months", turn 11 says "fourteen months"'),
    ]);
  },
);

test('in other languages the numbers of an edit are not compared: in words they are not understood', () => {
  const script = GERMAN.replace('zwölf Jahren', 'siebzehn Jahren');
  expect(conflictsIn(edited('  summary: "Seit 17 Jahren, seit 44 Tagen."', script).showNotes)).toEqual([]);
});

test('an edit that is told of twice is in conflict once, and a long word takes no long time', () => {
  const { showNotes } = edited(
    `  summary: "Seventeen months, 61 constituents. ${'漢'.repeat(20_000)} ${'x'.repeat(20_000)}"`,
  );
  expect(conflictsIn(showNotes)).toHaveLength(2);
  expect(conflictingEdits(showNotes.warnings)).toEqual(['edits.summary']);
});

test('a number that stands in the episode file, or is said as a year, needs nobody else to say it', () => {
  const script = INTERVIEW.replace('in 1983', 'in nineteen eighty-three');
  const file = 'title: Tide 44\nnumber: 112\nedits: {blurbs: {x: "Tide 44, number 112: a program of 1983."}}';
  expect(conflictsIn(written(spoken(script), { episodeFile: file }).showNotes)).toEqual([]);
});

/** What became of one edit after the transcript was corrected. */
function afterCorrection(edits: string, from: string, to: string) {
  expect(INTERVIEW).toContain(from);
  const documents = edited(edits, INTERVIEW.replaceAll(from, to));
  expect(verifyShowNotes(documents)).toEqual([]);
  return { ...documents.showNotes, conflicts: conflictsIn(documents.showNotes) };
}

const conflictsIn = ({ warnings }: { readonly warnings: readonly { readonly message: string }[] }) =>
  warnings.flatMap(({ message }) => /^edits\S* .*$/u.exec(message)?.[0] ?? []);

const QUESTION = 'Why did you need a new program';

test('a chapter stays at the turn that nearly says its words, and the conflict is told', () => {
  const edit = `  chapters: [{at: ${QUESTION}, title: The old code}]`;
  const { chapters, conflicts } = afterCorrection(edit, QUESTION, 'Why did you ever need a newer program');
  expect(chapters).toContainEqual(expect.objectContaining({ title: 'The old code', turn: 7, edited: true }));
  expect(conflicts).toEqual([
    `edits.chapters[0].at (line 2 of the episode file): no turn says "${QUESTION}" any more; turn 7 nearly does, and the chapter stays there`,
  ]);
});

test('a quote stays hidden by a part of it after one of its words was corrected', () => {
  const [quote] = edited('').showNotes.quotes.map(({ text }) => text);
  const part = quote?.split(' ').slice(0, 6).join(' ') ?? '';
  const word = part.split(' ')[4] ?? '';
  const after = part.replace(word, 'otherwise');
  const { quotes, conflicts } = afterCorrection(`  quotes: {hide: ["${part}"]}`, part, after);
  expect(quotes.map(({ text }) => text).join()).not.toContain(after);
  expect(conflicts).toEqual([expect.stringContaining('nearly does, and is hidden')]);
});

test('a chapter of the writer is hidden by a part of its title, and told where there is none', () => {
  const [first, second] = edited('').showNotes.chapters.map(({ title }) => title);
  expect([first, second]).toEqual([expect.any(String), expect.any(String)]);
  const { showNotes } = edited(`  chapters: [{hide: "${second}"}, {hide: Kettle}, {at: ${QUESTION}, title: Kettle}]`);
  expect(showNotes.chapters.map(({ title }) => title)).not.toContain(second);
  expect(showNotes.chapters.map(({ title }) => title)).toEqual(expect.arrayContaining([first, 'Kettle']));
  expect(conflictsIn(showNotes)).toEqual([
    'edits.chapters[1].hide (line 2 of the episode file): no published chapter has the words "Kettle"; there is nothing to hide',
  ]);
});

test('a chapter whose words are gone is a conflict', () => {
  const edit = `  chapters: [{at: ${QUESTION}, title: The old code}]`;
  const { chapters, conflicts } = afterCorrection(edit, QUESTION, 'And then');
  expect(chapters.map(({ title }) => title)).not.toContain('The old code');
  expect(conflicts).toEqual([expect.stringContaining('has no place')]);
});

const QUOTE = 'TideSum has 62 constituents and, um, runs every night.';

test('an added quote stays where it is nearly said, in the words of who says it', () => {
  const { quotes, conflicts } = afterCorrection(`  quotes: {add: ["${QUOTE}"]}`, 'and, um, runs', 'and it runs');
  const text = QUOTE.replace('and, um, runs', 'and it runs');
  expect(quotes).toContainEqual(expect.objectContaining({ text, speaker: 'INES', turn: 5, edited: true }));
  expect(conflicts).toEqual([expect.stringContaining(`turn 5 nearly does, and is quoted as it says it: "${text}"`)]);
});

test('an added quote that says the contrary is published as it was said, and once', () => {
  const contrary = QUOTE.replace('runs', 'never runs');
  const { showNotes, ...documents } = edited(`  quotes: {add: ["${contrary}", "${QUOTE}"]}`);
  const texts = showNotes.quotes.map(({ text }) => text);
  expect(texts).not.toContain(contrary);
  expect(texts.filter((text) => text === QUOTE)).toHaveLength(1);
  expect(verifyShowNotes({ showNotes, ...documents })).toEqual([]);
});

test('an added quote stands for the writer’s own of the same words', () => {
  const [own] = written(spoken(INTERVIEW)).showNotes.quotes;
  const { quotes } = edited(`  quotes: {add: ["${own?.text}"]}`).showNotes;
  expect(quotes.filter(({ text }) => text === own?.text)).toEqual([{ ...own, edited: true }]);
});

test('a hidden quote stays hidden when its words are corrected, and is a conflict when they are gone', () => {
  const [hidden] = written(spoken(INTERVIEW)).showNotes.quotes;
  if (!hidden) throw new Error('the interview has no quote to hide');
  const edit = `  quotes: {hide: ["${hidden.text}"]}`;
  expect(afterCorrection(edit, 'Our first rule', 'Our own first rule').conflicts).toEqual([]);
  const [before, after] = [hidden.text, hidden.text.replace(' a delay of', ' some delay of')];
  const { quotes, conflicts } = afterCorrection(edit, before, after);
  expect(quotes.map(({ text }) => text)).not.toContain(after);
  expect(conflicts).toEqual([expect.stringContaining(`"${after}" nearly does, and is hidden`)]);
  expect(afterCorrection(edit, before, 'Yes.').conflicts).toEqual([expect.stringContaining('nothing to hide')]);
});

test.each([
  ['lamps of the harbour', 'the lamp of the harbour burns', true],
  ['the lamp burns', 'the lamps burn', false],
  ['harbour lamp', 'the harbour-lamp burns', true],
  ['harbour-lamp', 'the harbour lamp burns', true],
  ['the lamp burns', 'the lamps burns', true],
  ['lamp', 'the lamps burn', false],
  ['burns lamp', 'the lamp burns', false],
])('%s is nearly a part of “%s”: %s', (part, text, isPart) => {
  expect(isNearlyPart(part, text, readClosely(text))).toBe(isPart);
});

test('a part of a quote in any letters hides it, and words of no published quote are told', () => {
  const { quotes } = written(spoken(INTERVIEW)).showNotes;
  const part = 'Every wave has a height';
  const having = quotes.filter(({ text }) => text.toLowerCase().includes(part.toLowerCase()));
  expect(having).toHaveLength(1);
  const { showNotes } = edited(`  quotes: {hide: ["${part}", "“A TIDE is a sum of waves …”", And it was, Never said]}`);
  expect(showNotes.quotes).toEqual(quotes.filter((quote) => !having.includes(quote)));
  const told = (index: number, words: string) =>
    `edits.quotes.hide[${index}] (line 2 of the episode file): no published quote has the words "${words}"; there is nothing to hide`;
  expect(conflictsIn(showNotes)).toEqual([told(2, 'And it was'), told(3, 'Never said')]);
});

test('key points, questions and sentences of the sign-off are hidden by a part of their words', () => {
  const before = written(spoken(INTERVIEW)).showNotes;
  const [point, question, closing] = [before.keyPoints[0], before.questions[0], before.signOff[0]];
  if (!point || !question || !closing) throw new Error('the interview has nothing to hide');
  const hide = ({ text }: { readonly text: string }) =>
    `{hide: ["${text.split(' ').slice(0, -1).join(' ')}", Never said]}`;
  const { showNotes } = edited(
    `  keyPoints: ${hide(point)}\n  questions: ${hide(question)}\n  signOff: ${hide(closing)}`,
  );
  expect(showNotes.keyPoints).toEqual(before.keyPoints.slice(1));
  expect(showNotes.questions).toEqual(before.questions.slice(1));
  expect(showNotes.signOff).toEqual(before.signOff.slice(1));
  expect(conflictsIn(showNotes)).toEqual(
    ['key point', 'question', 'sentence of the sign-off'].map((what) =>
      expect.stringContaining(`no published ${what} has the words "Never said"`),
    ),
  );
});

test('blurbs are made of what the producer wrote, and of no quote that is hidden', () => {
  const { quotes, blurbs } = written(spoken(INTERVIEW)).showNotes;
  const textFor = (channel: string, from: typeof blurbs) => from.find((blurb) => blurb.channel === channel)?.text ?? '';
  const hook = quotes.find(({ text }) => textFor('x', blurbs).includes(text));
  if (!hook) throw new Error('the post has no quote to hide');
  const documents = edited(`  summary: Ours, at length.\n  standfirst: Ours.\n  quotes: {hide: ["${hook.text}"]}`);
  const after = documents.showNotes.blurbs;
  expect(textFor('newsletter', after)).toMatch(/^Ours, at length\./u);
  expect(textFor('search-snippet', after)).toBe('Ours.');
  expect(textFor('bluesky', after)).toMatch(/^Ours\./u);
  expect(after.some(({ text }) => text.includes(hook.text))).toBe(false);
  expect(textFor('youtube-title', after)).toBe(textFor('youtube-title', blurbs));
  expect(verifyShowNotes(documents)).toEqual([]);
});

test('a short summary of the producer alone is the line for search engines, a long one is not', () => {
  const snippetOf = (summary: string) =>
    edited(`  summary: ${summary}`).showNotes.blurbs.find(({ channel }) => channel === 'search-snippet')?.text;
  const own = written(spoken(INTERVIEW)).showNotes.blurbs.find(({ channel }) => channel === 'search-snippet')?.text;
  expect(snippetOf('Ours.')).toBe('Ours.');
  expect(snippetOf('Ours at length. '.repeat(20))).toBe(own);
});

test('an added quote that is typed in other letters is published as it is said', () => {
  const { showNotes } = edited('  quotes: {add: ["tidesum has 62 Constituents and um runs every night."]}');
  const said = expect.objectContaining({ text: QUOTE, speaker: 'INES', turn: 5, edited: true });
  expect(showNotes.quotes).toContainEqual(said);
  expect(conflictsIn(showNotes)).toEqual([]);
});

test('a hidden mention stays hidden when a letter of it was corrected, and says so', () => {
  const corrected = afterCorrection('  mentions: {hide: [GitHub]}', 'GitHub', 'GitHob');
  expect(corrected.mentions.map(({ text }) => text)).not.toContain('GitHob');
  expect(corrected.conflicts).toEqual([expect.stringContaining('"GitHob" is nearly that, and is hidden')]);
});

test('what an edit of the summary was made on may be copied from the page, which says the standfirst once', () => {
  const { summary, standfirst } = written(spoken(BAKERY.replace(/ Today I'm talking .* the mill\./u, ''))).showNotes;
  expect(summary.text.startsWith(`${standfirst.text} `)).toBe(true);
  const shown = summary.text.slice(standfirst.text.length + 1);
  const messagesFor = (was: string) =>
    messages(
      `  summary: {text: Ours., was: ${JSON.stringify(was)}}`,
      BAKERY.replace(/ Today I'm talking .* the mill\./u, ''),
    );
  expect([summary.text, shown].flatMap(messagesFor)).toEqual([]);
  expect(messagesFor(standfirst.text)).toEqual([expect.stringContaining('it was made on')]);
});

test('a hidden mention stays hidden in other letters, and is a conflict when nobody says it', () => {
  const edit = '  mentions: {hide: [GitHub]}';
  const corrected = afterCorrection(edit, 'GitHub', 'Github');
  expect(corrected.mentions.map(({ text }) => text)).not.toContain('Github');
  expect(corrected.conflicts).toEqual([]);
  expect(afterCorrection(edit, 'on GitHub', 'on a server').conflicts).toEqual([
    expect.stringContaining('no turn says "GitHub" any more, so there is nothing to hide'),
  ]);
  expect(afterCorrection(edit, 'GitHub', 'GitHubs').conflicts).toEqual([
    expect.stringContaining('no mention is called "GitHub", so there is nothing to hide'),
  ]);
});

test('an added mention stays when it is spelled otherwise, and is a conflict when nobody says it', () => {
  const edit = '  mentions: {add: [harbour wall]}';
  const corrected = afterCorrection(edit, 'harbour wall', 'Harbour Wall');
  expect(corrected.mentions[0]).toMatchObject({ text: 'harbour wall', turns: [8], edited: true });
  expect(corrected.conflicts).toEqual([expect.stringContaining('turn 8 spells it otherwise, and the mention stays')]);
  const { conflicts } = afterCorrection(edit, 'harbour wall', 'quay');
  expect(conflicts).toEqual([expect.stringContaining('no turn says "harbour wall"')]);
});

test('a renamed speaker whose label is gone is a conflict', () => {
  const edit = '  speakers: {INES: Dr Ines Kovar}';
  expect(afterCorrection(edit, 'storm models', 'models of storms').people[1]).toMatchObject({ name: 'Dr Ines Kovar' });
  const { conflicts } = afterCorrection(edit, 'INES:', 'KOVAR:');
  expect(conflicts).toEqual([expect.stringContaining('no turn is labelled "INES"; correct the label')]);
});

test.each([
  ['summary', '  summary: {text: Ours., was: WAS}'],
  ['standfirst', '  standfirst: {text: Ours., was: WAS}'],
])('a replaced %s stays, and is in conflict once the writer would write something else', (part, edit) => {
  const { text } = written(spoken(INTERVIEW)).showNotes[part as 'summary' | 'standfirst'];
  const same = afterCorrection(edit.replace('WAS', JSON.stringify(text)), 'mussels grow', 'mussels live');
  expect([same[part as 'summary'], same.conflicts]).toEqual([expect.objectContaining({ text: 'Ours.' }), []]);
  const other = afterCorrection(edit.replace('WAS', JSON.stringify(text)), 'Ines Kovar', 'Ines Kovač');
  expect(other[part as 'summary']).toMatchObject({ text: 'Ours.', edited: true });
  expect(other.conflicts).toEqual([expect.stringContaining(`edits.${part}`)]);
});

test('a replaced blurb stays, and is in conflict once the writer would write something else', () => {
  const blurb = written(spoken(INTERVIEW)).showNotes.blurbs.find(({ channel }) => channel === 'feed-line');
  const edit = `  blurbs: {feed-line: {text: Ours., was: ${JSON.stringify(blurb?.text)}}}`;
  const { blurbs, conflicts } = afterCorrection(edit, 'Ines Kovar', 'Ines Kovač');
  expect(blurbs).toContainEqual(expect.objectContaining({ channel: 'feed-line', text: 'Ours.', edited: true }));
  expect(conflicts).toEqual([expect.stringContaining('edits.blurbs.feed-line')]);
});

test('the aliases and the glossary say how often they had an effect', () => {
  const { showNotes } = written(spoken(INTERVIEW), {
    showFile: 'aliases: {INES: Ines Kovar, OLAF: Olaf Brandt}\nglossary: {TideSum: https://tidesum.example}',
    episodeFile: 'title: Tides',
  });
  expect(showNotes.told).toEqual([
    expect.stringMatching(
      /^From the show file: INES is Ines Kovar in \d+ turns; OLAF is Olaf Brandt in 0 turns; "TideSum" is said \d times\.$/u,
    ),
  ]);
});

test('a glossary term is counted and linked as it is said, in whatever letters, and a longer one goes first', () => {
  const script = 'Nora: We bake sourdough. Sourdough takes a day.\nJonas: The bread matters school bakes bread.';
  const link = 'https://bread.example';
  const documents = written(spoken(script), {
    showFile: `glossary: {Sourdough: ${link}, Bread Matters: {link: ${link}, merge: [School Bread]}, Bread: ${link}, Rye: ${link}}`,
    episodeFile: 'title: Bread\nedits: {mentions: {add: [bread Matters]}}',
  });
  const { mentions, told } = documents.showNotes;
  expect(told).toEqual([
    'From the show file: "Sourdough" is said 2 times; "Bread Matters" is said 1 time; "Bread" is said 1 time; "Rye" is said 0 times.',
  ]);
  expect(mentions).toContainEqual(expect.objectContaining({ text: 'Sourdough', turns: [1], count: 2, url: link }));
  expect(mentions).toContainEqual(expect.objectContaining({ text: 'bread Matters', url: link, edited: true }));
  expect(mentions.map(({ text }) => text)).not.toContain('Rye');
  expect(verifyShowNotes(documents)).toEqual([]);
});

test('labels that are taken for one person are told, and an alias keeps them apart', () => {
  const script = 'Nora Whitlock: Welcome back.\nInes Kovar: Hello.\nNW: And how was the tide?\nInes Kovar: Late.';
  expect(written(spoken(script), { episodeFile: 'title: Tides' }).showNotes.told).toEqual([
    'NW and Nora Whitlock are taken for one person; to keep them apart, write “NW: their name” under aliases in the show file.',
  ]);
  const { people, told } = written(spoken(script), {
    showFile: 'aliases: {NW: Nils Winter}',
    episodeFile: 'title: Tides',
  }).showNotes;
  expect(people.map(({ labels }) => labels)).toContainEqual(['NW']);
  expect(told).toEqual(['From the show file: NW is Nils Winter in 1 turn.']);
});

test('an episode that no file gives a title is told to go by its file’s name', () => {
  expect(written(spoken('Nora: Hello.')).showNotes.told).toEqual([
    'The episode goes by its file’s name, “Episode”; say title in episode.yaml.',
  ]);
});

test('what is hidden among the mentions is no topic either', () => {
  const before = edited('  summary: Ours.').showNotes.standfirst.text;
  const [, topic = ''] = /about (?:the )?([\p{L} -]+?)(?:,| and|\.)/u.exec(before) ?? [];
  const after = edited(`  mentions: {hide: ["${topic}"]}`).showNotes.standfirst.text;
  expect(topic).not.toBe('');
  expect(before).toContain(topic);
  expect(after).not.toContain(topic);
  expect(after).toContain('about ');
});
