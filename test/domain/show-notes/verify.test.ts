import type { Statement } from '../../../lambdas/contract/published';
import type { WrittenNotes } from '../../../lambdas/domain/show-notes';
import { type PublishedDocuments, verifyShowNotes } from '../../../lambdas/domain/show-notes/verify';
import { longTalk } from '../../support/conversations/long-talk';
import { spoken, written } from '../../support/conversations/spoken';
import { CHINESE, FRENCH, GERMAN, INTERVIEW, JAPANESE, PANEL, SPANISH } from '../../support/scripts';

const SHOW_FILE = 'title: Harbour Lights\nglossary:\n  TideSum: https://tidesum.example\n';
const EPISODE_FILE = 'title: The cupboard\nnumber: 7\nlinks:\n  - text: The office\n    url: https://office.example\n';

const good = (): PublishedDocuments => written(spoken(INTERVIEW), { showFile: SHOW_FILE, episodeFile: EPISODE_FILE });

/** The faults of good show notes after one change. */
function faultsAfter(change: (notes: Mutable<WrittenNotes>) => unknown): readonly string[] {
  const documents = good();
  const showNotes = structuredClone(documents.showNotes) as Mutable<WrittenNotes>;
  change(showNotes);
  expect(showNotes).not.toEqual(documents.showNotes);
  return verifyShowNotes({ ...documents, showNotes }).map(({ part }) => part);
}

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

const set = <T extends object>(target: T, changed: Partial<T>) => Object.assign(target, changed);

function at<T>(list: readonly T[], index = 0): T {
  const member = list[index];
  if (member === undefined) throw new Error(`the test's show notes have no member ${index}`);
  return member;
}

test.each([
  ['an interview', INTERVIEW],
  ['a panel', PANEL],
  ['German', GERMAN],
  ['Spanish', SPANISH],
  ['French', FRENCH],
  ['Japanese', JAPANESE],
  ['Chinese', CHINESE],
  ['an hour of talk', longTalk()],
])('finds no fault in %s', (_, script) => {
  expect(verifyShowNotes(written(spoken(script)))).toEqual([]);
  expect(verifyShowNotes(good())).toEqual([]);
});

const replaceIn = (statement: Mutable<Statement>, from: string, to: string) => {
  expect(statement.text).toContain(from);
  statement.text = statement.text.replace(from, to);
};

test.each<[string, string, (notes: Mutable<WrittenNotes>) => unknown]>([
  ['names swapped in the summary', 'summary', ({ summary }) => replaceIn(summary, 'Ines Kovar', 'Nora Whitlock')],
  ['a number changed in a key point', 'keyPoints[', ({ keyPoints }) => numberChanged(keyPoints)],
  ['a word added to a key point', 'keyPoints[0]', ({ keyPoints }) => replaceIn(at(keyPoints), ' ', ' really ')],
  ['an anchor moved', 'keyPoints[0]', ({ keyPoints }) => moveAnchor(at(keyPoints))],
  ['an anchor in no turn', 'keyPoints[0]', ({ keyPoints }) => set(at(at(keyPoints).anchors), { turn: 99 })],
  [
    'another speaker credited with a key point',
    'keyPoints[0]',
    ({ keyPoints }) => set(at(keyPoints), { speaker: 'NORA' }),
  ],
  ['another speaker credited', 'quotes[0]', ({ quotes }) => set(at(quotes), { speaker: 'NORA' })],
  [
    'a word of a quote changed',
    'quotes[0]',
    ({ quotes }) => set(at(quotes), { text: at(quotes).text.replace('e', 'a') }),
  ],
  [
    'a word of an added quote changed',
    'quotes[0]',
    ({ quotes }) => set(at(quotes), { text: at(quotes).text.replace('e', 'a'), edited: true }),
  ],
  ...(['summary', 'standfirst'] as const).map((part): [string, string, (notes: Mutable<WrittenNotes>) => unknown] => [
    `a ${part} that no edit has`,
    part,
    (notes) => set(notes[part], { text: 'Ours.', edited: true }),
  ]),
  [
    'a key point that no edit has',
    'keyPoints[0]',
    (notes) => set(at(notes.keyPoints), { text: 'Ours.', edited: true }),
  ],
  [
    'an introduction that no edit has',
    'people[',
    ({ people }) => set(at(people.flatMap(({ introduction }) => introduction ?? [])), { text: 'Ours.', edited: true }),
  ],
  ['a title that no edit has', 'chapters[0]', (notes) => set(at(notes.chapters), { title: 'Ours', edited: true })],
  ['a mention that no edit has', 'mentions[0]', (notes) => set(at(notes.mentions), { text: 'Ours', edited: true })],
  [
    'a blurb that no edit has',
    'blurbs[0]',
    (notes) => set(at(notes.blurbs), { text: 'Ours.', length: 5, edited: true }),
  ],
  ['names swapped between people', 'people[0]', ({ people }) => swapNames(people)],
  ['roles swapped', 'standfirst {host1}', ({ people }) => swapRoles(people)],
  [
    'an introduction of somebody else',
    'people[0]',
    ({ people }) => set(at(people), { introduction: at(people, 1).introduction }),
  ],
  ['a link altered', 'links[0]', ({ links }) => set(at(links), { url: 'https://other.example' })],
  ['a link left out', 'links', ({ links }) => links.pop()],
  ['a mention that nobody says', 'mentions[0]', ({ mentions }) => set(at(mentions), { variants: ['TideSums9'] })],
  ['a mention in a turn without it', 'mentions[0]', ({ mentions }) => set(at(mentions), { turns: [1] })],
  ['a mention with the link of nothing', 'mentions[', ({ mentions }) => otherLink(mentions)],
  [
    'an answer by the one who asks',
    'questions[0]',
    ({ questions }) => set(at(questions), { answeredBy: at(questions).turn }),
  ],
  ['a question changed', 'questions[0]', ({ questions }) => set(at(questions), { text: 'Why not?' })],
  ['a chapter named otherwise', 'chapters[0]', ({ chapters }) => set(at(chapters), { title: 'Seagulls of the north' })],
  ['a chapter at no turn', 'chapters[0]', ({ chapters }) => set(at(chapters), { turn: 99 })],
  ['a title that no file says', 'episode.title', ({ episode }) => set(episode, { title: 'The drawer' })],
  ['a number that no file says', 'episode.number', ({ episode }) => set(episode, { number: 8 })],
  ['a blurb over its limit', 'blurbs[0]', ({ blurbs }) => set(at(blurbs), { text: 'tide '.repeat(80) })],
  ['a blurb with a wrong length', 'blurbs[0]', ({ blurbs }) => set(at(blurbs), { length: at(blurbs).length - 1 })],
  [
    'a blurb with other words',
    'blurbs[0]',
    ({ blurbs }) => set(at(blurbs), { text: at(blurbs).text.replace('t', 'd') }),
  ],
  ['a template of its own', 'standfirst', ({ standfirst }) => ownTemplate(standfirst)],
  ['a slot with another name', 'standfirst', ({ standfirst }) => otherSlot(standfirst)],
  ['a summary that is too long', 'summary', ({ summary }) => set(summary, { text: 'tide '.repeat(61) })],
])('catches %s', (_, part, change) => {
  expect(faultsAfter(change)).toContainEqual(expect.stringContaining(part));
});

function numberChanged(points: Mutable<WrittenNotes>['keyPoints']): void {
  const point = points.find(({ text }) => /first|one|62|seventy|fourteen/u.test(text));
  if (!point) throw new Error('no key point with a number');
  point.text = point.text.replace(/first|one|62|seventy|fourteen/u, 'ninety');
}

function moveAnchor(statement: Mutable<Statement>): void {
  const anchor = at(statement.anchors);
  anchor.words = [anchor.words[0] + 1, anchor.words[1] + 1];
}

function swapNames(people: Mutable<WrittenNotes>['people']): void {
  const [first, second] = [at(people), at(people, 1)];
  [first.name, second.name] = [second.name, first.name];
}

function swapRoles(people: Mutable<WrittenNotes>['people']): void {
  at(people).role = 'guest';
  at(people, 1).role = 'host';
}

function otherLink(mentions: Mutable<WrittenNotes>['mentions']): void {
  const linked = mentions.find(({ url }) => url !== undefined);
  const other = mentions.find(({ url }) => url === undefined);
  if (!linked || !other) throw new Error('no mention with a link, or none without');
  other.url = linked.url;
}

function ownTemplate(standfirst: Mutable<Statement>): void {
  if (!standfirst.composition) throw new Error('the standfirst is not composed');
  standfirst.text = standfirst.text.replace(' talks with ', ' argues with ');
  standfirst.composition.template = standfirst.composition.template.replace(' talks with ', ' argues with ');
}

function otherSlot(standfirst: Mutable<Statement>): void {
  const slot = standfirst.composition?.slots.guest1;
  if (!slot) throw new Error('the standfirst has no guest');
  standfirst.text = standfirst.text.replace(slot.text, 'Walter Amsel');
  slot.text = 'Walter Amsel';
}

describe('an introduction', () => {
  const introducing = (welcome: string) =>
    written(
      spoken(`
Mara Quill: Welcome to the Lamp Room. ${welcome}
Lena Ode: Hello, I am Lena Ode, and the lamps are painted in May.
Tomas Berg: And the lenses are cleaned in May, with vinegar and a cloth.
`),
    );
  test.each([
    ['Our guests are Tomas Berg and Lena Ode. She is a keeper of lighthouses.', 'a keeper of lighthouses'],
    ['Tomas Berg is here, and Lena Ode is an engineer at the Lamp Works.', 'an engineer at the Lamp Works'],
    ['Lena Ode runs the Lamp Works, Tomas Berg is a painter of lamps.', 'runs the Lamp Works'],
    ['Tomas Berg is here with Lena Ode, who runs the Lamp Works.', 'who runs the Lamp Works'],
    [
      'Our guests are Tomas Berg and Lena Ode. She has worked all her life as a keeper of lamps.',
      'has worked all her life as a keeper of lamps',
    ],
  ])('holds for whom it is about and for nobody else: %s', (welcome, introduction) => {
    const documents = introducing(welcome);
    expect(verifyShowNotes(documents)).toEqual([]);
    const people = structuredClone(documents.showNotes.people) as Mutable<WrittenNotes['people']>;
    const lena = at(people.filter(({ name }) => name === 'Lena Ode'));
    const tomas = at(people.filter(({ name }) => name === 'Tomas Berg'));
    expect(lena.introduction?.text).toBe(introduction);
    set(tomas, { introduction: lena.introduction });
    expect(verifyShowNotes({ ...documents, showNotes: { ...documents.showNotes, people } })).toContainEqual(
      expect.objectContaining({ message: 'is introduced with what is said of somebody else' }),
    );
  });
});

test('what follows "she" without a verb of a career introduces nobody', () => {
  const welcome = 'Our guests are Tomas Berg and Lena Ode. She paints all the lamps as a keeper of lamps.';
  const documents = written(
    spoken(`Mara Quill: ${welcome}\nLena Ode: Hello, the lamps are painted.\nTomas Berg: And cleaned.`),
  );
  const people = structuredClone(documents.showNotes.people) as Mutable<WrittenNotes['people']>;
  const lena = at(people.filter(({ name }) => name === 'Lena Ode'));
  const text = 'paints all the lamps as a keeper of lamps';
  const from = welcome.indexOf(text);
  set(lena, { introduction: { text, kind: 'verbatim', anchors: [{ turn: 1, words: [from, from + text.length] }] } });
  expect(verifyShowNotes({ ...documents, showNotes: { ...documents.showNotes, people } })).toContainEqual(
    expect.objectContaining({ message: 'is introduced with what is said of somebody else' }),
  );
});

test('a sentence in a summary may lose its first words and begin with a capital, and nothing else', () => {
  const documents = written(
    spoken(PANEL.replace(/^(\w+): /mu, "$1: So, well, today we're talking about bread and about ovens. ")),
  );
  const { summary } = documents.showNotes;
  expect(summary.text).toContain("Today we're talking about bread");
  expect(verifyShowNotes(documents)).toEqual([]);
  const changed = [
    summary.text.replace("Today we're talking", "TOday we're talking"),
    summary.text.replace("Today we're", "Tomorrow we're"),
    summary.text.replace('about bread', 'about Bread'),
  ];
  for (const text of changed) {
    const showNotes = { ...documents.showNotes, summary: { ...summary, text } };
    expect(verifyShowNotes({ ...documents, showNotes })).toContainEqual(expect.objectContaining({ part: 'summary' }));
  }
});

test('catches a negation that is dropped as if it were a filler', () => {
  const documents = good();
  const turn = documents.turns.turns.findIndex(({ text }) => text.includes('he did not leave'));
  const text = documents.turns.turns[turn]?.text ?? '';
  const [from, cut] = [text.indexOf('It was written'), text.indexOf('not leave')];
  const [left, right] = [text.slice(from, cut), text.slice(cut + 'not '.length)];
  const anchors = [
    { turn: turn + 1, words: [from, cut] as const },
    { turn: turn + 1, words: [cut + 'not '.length, text.length] as const },
  ];
  const statement: Statement = { text: left + right, kind: 'trimmed', anchors };
  const faults = verifyShowNotes({ ...documents, showNotes: { ...documents.showNotes, keyPoints: [statement] } });
  expect(faults).toEqual([{ part: 'keyPoints[0]', message: 'leaves out "not", which is no filler' }]);
});

test('an acronym may be said letter by letter, but with its own letters', () => {
  const documents = written(spoken('A: We measured the drag with the matrix T D K, and then we sailed.\nB: Good.'));
  expect(verifyShowNotes(documents)).toEqual([]);
  const mentions = documents.showNotes.mentions.map((mention) => ({ ...mention, text: 'TDG', variants: ['TDG'] }));
  expect(verifyShowNotes({ ...documents, showNotes: { ...documents.showNotes, mentions } })).toContainEqual({
    part: 'mentions[0]',
    message: 'no turn of it says "TDG"',
  });
});

test('exempts what the producer wrote from being grounded, but not from limits', () => {
  const edit = (name: string, value: string) => ({
    name: `episode.edits.${name}`,
    value,
    source: 'episode-file' as const,
  });
  const { details, ...notes } = good();
  const edits = [edit('summary', 'Ours.'), edit('blurbs.x', 'x'.repeat(281))];
  const documents = { ...notes, details: { ...details, details: [...details.details, ...edits] } };
  const summary: Statement = { text: 'Ours.', kind: 'composed', anchors: [], edited: true };
  expect(verifyShowNotes({ ...documents, showNotes: { ...documents.showNotes, summary } })).toEqual([]);
  expect(verifyShowNotes({ ...documents, showNotes: { ...documents.showNotes, standfirst: summary } })).toEqual([
    { part: 'standfirst', message: 'is marked as edited, but no edit says "Ours."' },
  ]);
  const [blurb] = documents.showNotes.blurbs;
  const long = { ...at(blurb ? [blurb] : []), text: 'x'.repeat(281), length: 281, edited: true as const };
  const faults = verifyShowNotes({ ...documents, showNotes: { ...documents.showNotes, blurbs: [long] } });
  expect(faults).toEqual([{ part: 'blurbs[0]', message: 'x allows 280 x-weighted, but it has 281' }]);
});
