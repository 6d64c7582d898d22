import { verifyShowNotes } from '../../../lambdas/domain/show-notes/verify';
import { type Files, spoken, written } from '../../support/conversations/spoken';

const script = (about: string) => `
Mara Quill: Welcome to the Lamp Room. My guest today is Lena Ode, who keeps the lamps of Selwick. We're going to talk about ${about}.
Lena Ode: Hello. Paint is lead and oil. Good paint stays on a tower for years, and Varnel sells such paint to the tower.
Mara Quill: Who buys the paint from Varnel?
Lena Ode: The harbour buys the paint, and the tower gets what is left of the paint.
`;

const notesOf = (transcript = spoken(script('')), files: Files = {}) =>
  written(transcript, { episodeFile: 'title: Up there', ...files });
const lineIn = ({ showNotes }: ReturnType<typeof notesOf>, channel = 'feed-line'): string =>
  showNotes.blurbs.find((blurb) => blurb.channel === channel)?.text ?? '';
const OF_TOPICS = /^Mara Quill talks with Lena Ode about (?:paints? and )?Varnel\.$/u;

test.each([
  'why lamps are painted, what it takes to reach them, and whether anybody pays for it',
  'lamps, paint and the people on the ladders',
  'how she paints a lamp in a storm',
])('posts say what it is about in the words of the host, which the page has in its summary: %s', (about) => {
  const documents = notesOf(spoken(script(about)));
  const line = `Mara Quill talks with Lena Ode about ${about}.`;
  expect(lineIn(documents)).toBe(line);
  expect(lineIn(documents, 'x')).toContain(line);
  expect(documents.showNotes.standfirst.text).toMatch(OF_TOPICS);
  expect(verifyShowNotes(documents)).toEqual([]);
});

test.each([
  'why I paint and what you pay',
  'why Lena paints in a storm',
  'a few things today, and others',
  'that, and the people on the ladders',
  'ladders, and Selwick; it rains there',
  'why it rains; it rains',
  'the people on the ladders',
  'why it rains',
  'was boats and birds and what they do at sea',
  `why it rains, ${'and what it takes to reach them '.repeat(4)}at last`,
])('but not in words that lean on the talk, say too little or go on for long: %s', (about) => {
  expect(lineIn(notesOf(spoken(script(about))))).toMatch(OF_TOPICS);
});

test('nor in the words of a guest, in words around a stage direction, or in words that are never to be said', () => {
  const about = 'why it rains, and who pays for the ladders';
  const ofGuest = script('')
    .replace("We're going to talk about .", '')
    .replace('Hello.', `Hello. We're going to talk about ${about}.`);
  expect(lineIn(notesOf(spoken(ofGuest)))).toMatch(OF_TOPICS);
  expect(lineIn(notesOf(spoken(script(about)), { showFile: 'neverSay: [Ladders]' }))).toMatch(OF_TOPICS);
  const laughing = spoken(script(about.replace('rains,', 'rains [laughs],')));
  const turns = laughing.turns.map((turn) => {
    const from = turn.text.indexOf('[laughs]');
    const words = [from, from + '[laughs]'.length] as const;
    return from < 0 ? turn : { ...turn, spans: [{ kind: 'stage-direction' as const, words }] };
  });
  expect(lineIn(notesOf({ ...laughing, turns }))).toMatch(OF_TOPICS);
  expect(lineIn(notesOf(spoken(script(about))))).toContain(about);
});

test('of several guests it may speak as of several, not as of one, and without guests of nobody', () => {
  const lineWithTwo = (about: string) => {
    const two = script(about).replace('guest today is Lena Ode', 'guests today are Lena Ode and Tomas Berg');
    const showFile = 'roles: {Mara Quill: host, Lena Ode: guest, Tomas Berg: guest}';
    return lineIn(notesOf(spoken(`${two}Tomas Berg: Hello from me, and I paint the lamps, too.`), { showFile }));
  };
  expect(lineWithTwo('how they paint a lamp in a storm')).toContain('about how they paint a lamp in a storm.');
  const ofHosts = script('how they paint a lamp in a storm').replace('My guest today is Lena Ode', 'Here is Lena Ode');
  const hosts = notesOf(spoken(ofHosts), { showFile: 'roles: {Mara Quill: host, Lena Ode: host}' });
  expect(lineIn(hosts)).not.toContain('storm');
  expect(lineWithTwo('how she paints a lamp in a storm')).not.toContain('storm');
});
