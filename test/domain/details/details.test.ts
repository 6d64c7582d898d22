import { faultsOf, readDetails, readShowFile } from '../../../lambdas/domain/details';
import { UnreadableFileError } from '../../../lambdas/domain/errors';
import type { Transcript } from '../../../lambdas/domain/transcript';
import { spoken } from '../../support/conversations/spoken';

const sources = (parts: Partial<Transcript> = {}) => ({
  transcript: spoken('NORA: Hello.', parts),
  transcriptName: 'shows/harbour-lights/the-tide-machine.md',
  showId: 'harbour-lights',
});
const showFile = (text: string) => ({ key: 'shows/harbour-lights/show.yaml', text });
const episodeFile = (text: string) => ({ key: 'shows/harbour-lights/the-tide-machine.yaml', text });
const frontMatter = (text: string) => ({ frontMatter: { text, line: 2 } });

test('without files, titles come from names', () => {
  const { details, warnings } = readDetails(sources());
  expect(details.show.title).toEqual({ name: 'show.title', value: 'Harbour lights', source: 'file-name' });
  expect(details.episode.title).toEqual({ name: 'episode.title', value: 'The tide machine', source: 'file-name' });
  expect(warnings).toEqual([]);
});

test('a heading above the first turn is the title of an episode that no file names', () => {
  const headings = [{ text: 'The cupboard', line: 1, level: 1, beforeTurn: 1 }];
  expect(readDetails(sources({ headings })).details.episode.title).toEqual({
    ...{ name: 'episode.title', value: 'The cupboard', source: 'heading', line: 1 },
  });
});

test('the episode file goes before the front matter, which goes before the show file', () => {
  const { details } = readDetails({
    ...sources(frontMatter('title: From the front matter\nlanguage: de\ndate: 2026-03-01')),
    showFile: showFile('language: fr'),
    episodeFile: episodeFile('title: From the episode file\nnumber: 12'),
  });
  expect(details.episode).toMatchObject({
    title: { value: 'From the episode file', source: 'episode-file', line: 1 },
    number: { value: 12, source: 'episode-file', line: 2 },
    language: { value: 'de', source: 'front-matter', line: 3 },
    publishedAt: { name: 'episode.date', value: '2026-03-01', line: 4 },
  });
});

test('reads everything that a show file may say', () => {
  const { file, warnings } = readShowFile(
    showFile(`title: Harbour Lights
site: https://harbour-lights.example
hosts: [Nora Whitlock]
aliases:
  INES: Ines Kovar
roles:
  INES: guest
glossary:
  TGX: https://tgx.example
  TideSum:
    merge: [Tide Sum, tidesum]
  Arxiv:
    spelling: arXiv
notPeople: [BREAK]
neverSay: [moon landing]
channels:
  x:
    handle: '@harbour'
    hashtags: ['#tides']
`),
  );
  expect(warnings).toEqual([]);
  expect(file).toMatchObject({
    title: { name: 'show.title', value: 'Harbour Lights', source: 'show-file', line: 1 },
    aliases: [{ label: 'INES', is: { name: 'show.aliases.INES', value: 'Ines Kovar', line: 5 } }],
    roles: [{ label: 'INES', role: 'guest' }],
    glossary: [
      { term: { value: 'TGX' }, link: { name: 'show.glossary.TGX.link', value: 'https://tgx.example' } },
      { term: { value: 'TideSum' }, merge: [{ value: 'Tide Sum' }, { value: 'tidesum' }] },
      { term: { value: 'arXiv' }, merge: [{ value: 'Arxiv' }] },
    ],
    notPeople: [{ value: 'BREAK' }],
    channels: [{ channel: 'x', handle: { value: '@harbour' }, hashtags: [{ value: '#tides' }] }],
  });
});

test.each([
  ['hots: [Nora]', 'shows/harbour-lights/show.yaml, line 1: "hots" is no known key; did you mean "hosts"?'],
  ['title: A\nglosary:\n  A: https://a.example', '"glosary" is no known key; did you mean "glossary"?'],
  ['zzzzzzzzzz: 1', '"zzzzzzzzzz" is no known key; known here are title, description'],
])('an unknown key is a warning: %s', (text, message) => {
  const { warnings } = readShowFile(showFile(text));
  expect(warnings).toEqual([{ message: expect.stringContaining(message) }]);
});

test.each([
  ['title: [a, b]', 1, 'title', '"title" must be text, but is a list'],
  [
    'title: A\nsite: harbour',
    2,
    'site',
    '"site" must be an address that starts with https:// or http://, but is "harbour"',
  ],
  ['roles:\n  INES: boss', 2, 'roles.INES', '"roles.INES" must be one of host, guest, other, but is "boss"'],
  ['- a\n- b', 1, '', 'the file must be keys with values'],
  ['title: A\nhosts:\n  Nora: host', 2, 'hosts', '"hosts" must be a list of texts, but is keys with values'],
  [
    'channels:\n  myspace: {}',
    2,
    'channels.myspace',
    '"channels.myspace" is called "myspace", but must be one of x, bluesky',
  ],
  [
    'feed:\n  categories:\n    - Science\n    - Cooking',
    4,
    'feed.categories[1]',
    '"feed.categories[1]" must be one of the categories of podcast directories, such as Science or Books, as it is spelt there, but is "Cooking"',
  ],
  ['title:', 1, 'title', '"title" must be text, but is empty: fill it in, or take the key out'],
])('a wrong value names file, line, key and what is allowed: %j', (text, line, key, message) => {
  expect(() => readShowFile(showFile(text))).toThrow(UnreadableFileError);
  try {
    readShowFile(showFile(text));
  } catch (error) {
    const place = `shows/harbour-lights/show.yaml, line ${line}: `;
    expect(error).toMatchObject({ faults: [{ line, key, message: expect.stringContaining(place + message) }] });
  }
});

const QUOTE_IT = 'put the whole text between quotation marks';
const OPEN_QUOTE = 'a quotation mark opens here and is not closed: close it';
const INDENTED = 'the line is indented unlike its neighbours: what belongs together begins in the same column';
const NO_COLON = 'a colon is missing: write a key, a colon, a blank and the value';

test.each([
  ['page: x\ntitle: "open\nnumber: 3\n', 2, OPEN_QUOTE],
  ['title: A\nhosts: ["\n', 2, OPEN_QUOTE],
  ["title: 'It's low tide'\npage: x", 1, `text follows the closing quotation mark: ${QUOTE_IT}`],
  ['title: A\ntitle: B', 2, '"title" stands here a second time: keep one of the two'],
  ['hosts:\n\t- Nora', 2, 'the line begins with a tab: indent it with blanks'],
  ['page: x\nhosts: [Nora, [Ines]\ntitle: A', 2, '[ opens here and is not closed: close it with ]'],
  ['channels: {x: {}\n', 1, '{ opens here and is not closed: close it with }'],
  ['title: A\nhosts: ]', 2, '] stands here without need: take it out'],
  ['title: Ebb: a story\npage: x', 1, "a text with a colon before a blank or the line's end must be quoted"],
  ['title: Ebb\n  page: x', 1, 'the lines below are indented further, as if they belonged to this text'],
  ['title: A\r\nsite "x"\r\npage: x', 2, NO_COLON],
  ['title: A\nsite', 2, NO_COLON],
  ['hosts:\n  - Nora\n - Ines\n', 3, INDENTED],
  ['aliases:\n  INES: Ines\n    NORA: Nora', 2, 'the lines below are indented further'],
  ['hosts: - Nora', 1, 'a list begins on the line below its key'],
  ['title: @ebb', 1, `a text may not begin with @: ${QUOTE_IT}`],
  ['title: "\\q"', 1, 'between double quotation marks "\\q" means nothing: write \\\\ for a backslash'],
  ['title: A\n---\ntitle: B', 2, '--- begins a second document, and only one is read: take the line out'],
  ['title: [a] b', 1, '"b" has no place here'],
])('what is no YAML is told in plain words, where the mistake is: %j', (text, line, message) => {
  const [fault] = faultsOf({ showFile: showFile(text) });
  expect(fault).toMatchObject({ line, file: 'shows/harbour-lights/show.yaml' });
  expect(fault?.message).toContain(`shows/harbour-lights/show.yaml, line ${line}: ${message}`);
});

test('all faults of both files are told at once, with what was seen and what is allowed', () => {
  const faults = faultsOf({
    showFile: showFile('title:\nroles:\n  INES: boss\nhosts: {Nora: host}'),
    episodeFile: episodeFile('number: twelve\nlinks:\n  - {text: The office, url: office}\n  - text: The quay'),
  });
  expect(faults.map(({ key, line, seen }) => [key, line, seen])).toEqual([
    ['title', 1, 'empty'],
    ['roles.INES', 3, '"boss"'],
    ['hosts', 4, 'keys with values'],
    ['number', 1, '"twelve"'],
    ['links[0].url', 3, '"office"'],
    ['links[1]', 4, 'only text'],
  ]);
  expect(faults[1]?.allowed).toBe('one of host, guest, other');
  expect(faults[5]?.message).toContain('"links[1]" has only text: write its "url", too');
});

test('two mistakes of writing YAML are told both, one with what follows from it once', () => {
  const text = 'title: Ebb: a story\nhosts: - Nora\npage: "x';
  expect(faultsOf({ showFile: showFile(text) }).map(({ line }) => line)).toEqual([1, 2, 3]);
});

test('of a file that is nothing but faults so many are told as anybody mends at once', () => {
  const roles = Array.from({ length: 80 }, (_, index) => `  L${index}: boss`).join('\n');
  const faults = faultsOf({ showFile: showFile(`roles:\n${roles}`) });
  expect(faults).toHaveLength(51);
  expect(faults.at(-1)?.message).toContain('has more faults than these 50; correct these first');
});

test('thousands of nested brackets are refused, not overflowed on', () => {
  expect(() => readShowFile(showFile('['.repeat(50_000)))).toThrow(UnreadableFileError);
  expect(() => readShowFile(showFile(`title: ${'x'.repeat(600_000)}`))).toThrow(/over 512 KB/u);
});

test('broken front matter is a warning with its line in the transcript', () => {
  const { details, warnings } = readDetails(sources(frontMatter('title: A\ndate: "open')));
  expect(details.episode.title.source).toBe('file-name');
  expect(warnings).toEqual([{ line: 3, message: expect.stringContaining('the front matter is left out') }]);
});

test("a wrong value in front matter costs only itself, and other tools' keys are their own", () => {
  const { details, warnings } = readDetails(
    sources(frontMatter('layout: post\ntitle: A\ndate: 1st of March\nspeakers: [Ines Kovar]\nepisode: 85')),
  );
  expect(details.episode).toMatchObject({ title: { value: 'A' }, number: { value: 85 } });
  expect(details.episode.people).toEqual([{ name: expect.objectContaining({ value: 'Ines Kovar' }), labels: [] }]);
  expect(warnings).toEqual([{ line: 4, message: expect.stringContaining('"date" must be a date such as 2026-03-01') }]);
});

test('reads the edits of an episode file', () => {
  const { details } = readDetails({
    ...sources(),
    episodeFile: episodeFile(`people:
  - name: Ines Kovar
    role: guest
    labels: [INES]
links:
  - {text: The office, url: 'https://office.example'}
edits:
  summary: Ours.
  blurbs:
    x: {text: Short., was: Long.}
  chapters:
    - {at: So the mathematics, title: Old code}
    - {hide: Cupboard and program}
  quotes:
    hide: [It is a pipe.]
  mentions:
    add: [Fortran]
  speakers:
    DAVIT: Davit Sorrell
`),
  });
  expect(details.episode.edits).toMatchObject({
    summary: { text: { name: 'episode.edits.summary', value: 'Ours.', line: 8 } },
    blurbs: [{ channel: 'x', text: { value: 'Short.' }, was: { value: 'Long.' } }],
    chapters: [{ at: { value: 'So the mathematics' }, title: { value: 'Old code' } }],
    hiddenChapters: [{ name: 'episode.edits.chapters[1].hide', value: 'Cupboard and program' }],
    quotes: { hide: [{ value: 'It is a pipe.' }], add: [] },
    mentions: { add: [{ value: 'Fortran' }] },
    speakers: [{ label: 'DAVIT', is: { value: 'Davit Sorrell' } }],
  });
});
