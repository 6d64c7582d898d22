import { readDetails } from '../../../lambdas/domain/details';
import { renderMarkdown } from '../../../lambdas/domain/render';
import { readTranscriptClosely } from '../../../lambdas/domain/show-notes/reading';
import { standsAlone } from '../../../lambdas/domain/show-notes/reading/self-contained';
import { saysTopic } from '../../../lambdas/domain/show-notes/statements/moderation';
import { verifyShowNotes } from '../../../lambdas/domain/show-notes/verify';
import { readClosely, spoken, written } from '../../support/conversations/spoken';
import { GERMAN } from '../../support/scripts';

/** A conversation whose middle is given, between a welcome and enough talk for an episode. */
const episode = (middle: string) =>
  written(
    spoken(`
Mara Quill: Welcome to the Lamp Room. Today I talk to Lena Ode, a keeper of lighthouses, about paint and lamps.
Lena Ode: Thanks for having me, Mara, and hello to everybody out there.
${middle}
Mara Quill: How do you clean the lamp of the lighthouse?
Lena Ode: ${TALK}
Mara Quill: Thank you for listening.
`),
  ).showNotes;

const TALK = [
  'The lamp of a lighthouse is cleaned with vinegar because soap leaves a film on the glass.',
  'A lighthouse needs white paint so that sailors know the tower from the cliff behind it.',
  'The keepers of the northern lighthouses paint in May because the salt is dry by then.',
  'Every lens in the lighthouse is older than the electric lamp that now stands inside it.',
  'The paint of the lantern room is green since nobody gets tired of green in a storm.',
  'Lamps with mercury under them turn easily, but the mercury makes the keepers ill.',
].join(' ');

test('key points are credited to whoever says them', () => {
  const { keyPoints } = episode('');
  expect(keyPoints.length).toBeGreaterThan(2);
  expect(new Set(keyPoints.map(({ speaker }) => speaker))).toEqual(new Set(['Lena Ode']));
});

const alone = (sentence: string, language = 'en'): boolean => {
  const transcript = spoken(`Mara Quill: ${sentence}`, { language });
  const { details } = readDetails({ transcript, transcriptName: 'shows/lamps/room.md', showId: 'lamps' });
  const reading = readTranscriptClosely(transcript, details);
  return reading.sentences.every((each) => standsAlone(each, reading));
};

test.each([
  'The lamps of the lighthouse, and the lenses, and the paint of the lantern rooms.',
  'My company has banned them.',
  'We did that because the lamps and the lenses are costly.',
  'Because they paint the lamps in May, the keepers sing.',
  'Wasn’t there a lamp in the lantern room that the keepers paint.',
  'Another lamp is the one that the keepers paint in May.',
  'The keepers paint -- the keepers clean the lamps.',
  'The keepers said "paint the lamps and clean the lenses.',
  'Everybody does, and that is why the lamps are painted in May.',
  'He’d painted the lamps and the lenses for six years.',
  'Three years ago she left the lamps to her brother.',
  'Most people think it’s for the keepers of the lamps.',
  'My wife still paints it by hand with a brush.',
  'We want the ones that never shine.',
  'The trouble with all of them is the paint.',
  'Every lamp has too few of them in the rain.',
])('makes no sense alone: %s', (sentence) => {
  expect(alone(sentence)).toBe(false);
});

test.each([
  'The keepers paint the lamps in May because they are proud of them.',
  'Who paints a lamp in the rain is no keeper.',
  'Three years ago the keeper gave the lamps to her brother.',
  'Most people think it’s easy to paint a lamp.',
  'The lamp is old, and my wife still paints it by hand.',
  'Of the lamps the keeper looks for the ones that never shine.',
])('makes sense alone: %s', (sentence) => {
  expect(alone(sentence)).toBe(true);
});

test.each([
  ['de', 'Das macht die Lampe im Leuchtturm heller.', 'Das Licht im Leuchtturm ist heller als der Mond.'],
  ['de', 'Er putzt die Lampe mit Essig.', 'Essig löst das Salz von der Lampe.'],
  ['de', 'Es hängt im Turm neben der Lampe.', 'Es gibt im Turm eine Lampe aus Messing.'],
  ['es', 'Pero la lámpara del faro pesa mucho.', 'La lámpara del faro pesa más que el farero.'],
  ['es', 'Los hicimos con el vidrio de la lámpara.', 'Los fareros limpian el vidrio de la lámpara.'],
  ['es', 'Está encima de la lámpara del faro.', 'No hay faro sin una lámpara.'],
  ['fr', 'C’est la lampe du phare.', 'C’est la lampe qui guide les marins.'],
  ['fr', 'Elle éclaire toute la baie.', 'La lampe du phare éclaire toute la baie.'],
  ['fr', 'Il tourne autour de la lampe.', 'Il faut du vinaigre pour nettoyer la lampe.'],
  ['ja', 'それは灯台のランプです。', '灯台のランプは酢で磨きます。'],
  ['zh', '但是灯塔的灯很重。', '对于守塔人来说灯塔的灯很重。'],
])('in %s, "%s" leans on what was said before and "%s" does not', (language, leaning, standing) => {
  expect([alone(leaning, language), alone(standing, language)]).toEqual([false, true]);
});

test('what a host says to a guest about the guest is no key point', () => {
  const sentence = 'You’ve painted the lighthouse lamps and lighthouse lenses of the lighthouse for years.';
  const { keyPoints } = episode(`Mara Quill: ${sentence}\nLena Ode: Yes, and I still do, all year round.`);
  expect(keyPoints.map(({ text }) => text)).not.toContain(sentence);
});

/** Key points and quotes of a conversation in which the guest says a sentence between others. */
const chosenBeside = (sentence: string): readonly string[] => {
  const { keyPoints, quotes } = episode(`Mara Quill: What else?\nLena Ode: ${TALK} ${sentence}`);
  return [...keyPoints, ...quotes].map(({ text }) => text);
};

test.each([
  'Mara, in the lighthouse the lamps and lighthouse lenses of every lighthouse are cleaned with vinegar.',
  'Mara, you asked me whether the lighthouse lamps and lighthouse lenses are cleaned with vinegar.',
  'The lighthouse lamps and lighthouse lenses of every lighthouse are cleaned with vinegar, good question.',
  'The lighthouse lamps and lighthouse lenses of every lighthouse are cleaned, as we said, with vinegar.',
  'The lighthouse lamps and lighthouse lenses of every lighthouse are at lamps.example, cleaned with vinegar.',
  'The lighthouse lamps and lighthouse lenses are cleaned by lamps@lighthouse.example with vinegar.',
  'The lighthouse lamps and lighthouse lenses are cleaned with vinegar by me, I’m Lena Ode.',
  'Interesting, the lighthouse lamps and lighthouse lenses of every lighthouse are cleaned with vinegar.',
  'Mara Quill, in the lighthouse the lamps and lighthouse lenses of every lighthouse are cleaned with vinegar.',
])('what is said to somebody or about the talk is neither key point nor quote: %s', (sentence) => {
  expect(chosenBeside(sentence)).not.toContain(sentence);
});

test('a sentence about the lamps alone is one of both, so that the test above can fail', () => {
  const sentence = 'The lighthouse lamps and lighthouse lenses of every lighthouse are cleaned with vinegar.';
  expect(chosenBeside(sentence)).toContain(sentence);
});

test('asking for a review is a call to the audience, and nothing else', () => {
  const call = 'If you enjoyed this about lamps and lighthouses, leave us a review.';
  const { signOff, keyPoints, quotes } = episode(`Mara Quill: ${call}`);
  expect(signOff.map(({ text }) => text)).toEqual([call]);
  expect([...keyPoints, ...quotes].map(({ text }) => text)).not.toContain(call);
  const asks = 'The lamps and lenses of every lighthouse can leave us a review of vinegar.';
  expect(chosenBeside(asks)).not.toContain(asks);
  const leaves = 'The lighthouse lamps and lighthouse lenses of every lighthouse can leave us a film of vinegar.';
  expect(chosenBeside(leaves)).toContain(leaves);
});

test('a call to the audience is a whole sentence, and no story', () => {
  const { signOff } = episode(
    `Lena Ode: ${TALK}\nMara Quill: Follow us on Mastodon. But we have a great show next week as well, so... ` +
      `So I paint ${'the lamp and the lens and '.repeat(6)} the tower with a friend who follows us on Twitter.`,
  );
  expect(signOff.map(({ text }) => text)).toEqual(['Follow us on Mastodon.']);
});

test.each([
  ['You could imagine a website of a miller where they send it.', false],
  ["It's all on our website, with pictures of the mill.", true],
  ['Tell a colleague of the mill.', true],
  ['They say "tell a friend of the mill.', false],
  ['You can support this show on Patreon.', true],
  ['What is our website, Lena?', false],
  ['Somebody asked on our Discord whether the mill has a lamp.', false],
  ['Check out the website for pictures of the mill.', true],
])('"%s" is a sign-off: %j', (closing, isOne) => {
  const { signOff } = episode(`Mara Quill: ${closing}`);
  expect(signOff.map(({ text }) => text).includes(closing)).toBe(isOne);
});

test('an address in the closing words is a sign-off, in any language', () => {
  const script = `Mara: Willkommen im Lampenraum, und die Lampe ist grün.\nLena: Danke, die Lampe ist grün.\n`;
  const closing = 'Wer uns etwas sagen will: post@lampen.example.';
  expect(written(spoken(`${script}Mara: ${closing}`)).showNotes.signOff.map(({ text }) => text)).toEqual([closing]);
});

test('where somebody can be found is no question of the episode', () => {
  const asked = ['Where can people find you and the lamps?', 'Where do you keep the lamps?'];
  const { questions } = episode(asked.map((each) => `Mara Quill: ${each}\nLena Ode: ${TALK}`).join('\n'));
  expect(questions.map(({ text }) => text)).not.toContain(asked[0]);
  expect(questions.map(({ text }) => text)).toContain(asked[1]);
});

test('of two questions that ask the same, one is kept', () => {
  const again = `Mara Quill: How do the keepers clean the lamp of the lighthouse?\nLena Ode: ${TALK}`;
  expect(episode(again).questions).toHaveLength(1);
});

test('an episode has three quotes where there are three worth it, though they stand near each other', () => {
  const { quotes } = episode('');
  expect(quotes.length).toBeGreaterThanOrEqual(3);
});

test('also where all three stand in one turn of a longer talk', () => {
  const filler = `Mara Quill: ${'And so it went on with them. '.repeat(80)}`;
  const script = `Mara Quill: My guest is Lena Ode.\nLena Ode: Hello.\n${filler}\nLena Ode: ${TALK} ${TALK.replaceAll('lighthouse', 'harbour')}\n${filler}`;
  expect(written(spoken(script)).showNotes.quotes).toHaveLength(3);
});

test('a sentence that begins with a condition does not say what the episode is about', () => {
  const says = (sentence: string) => {
    const reading = readClosely(sentence);
    return reading.sentences.map((each) => saysTopic(each, reading));
  };
  expect(
    says("Today we're going to talk about lamps. If today we're going to talk about lamps, we talk long."),
  ).toEqual([true, false]);
});

test('who somebody says they are is neither key point nor quote, in German either', () => {
  const said = 'und die Wärmepumpe im Keller heizt wie eine Wärmepumpe im Garten.';
  const chosenOf = (who: string) => {
    const { keyPoints, quotes } = written(spoken(`${GERMAN}\nEmil Voss: ${who}, ${said}`)).showNotes;
    return [...keyPoints, ...quotes].map(({ text }) => text).filter((text) => text.includes(said));
  };
  expect([chosenOf('Ich bin Emil Voss'), chosenOf('Hier heizt Emil Voss')].map(({ length }) => length)).toEqual([0, 1]);
});

test('what somebody thinks is quoted rather than what happened to them', () => {
  const quotesWith = (start: string) => {
    const sentence = `${start} the lighthouse lamps and lenses because nobody else cleans lenses.`;
    const { quotes } = episode(
      `Mara Quill: What else?\nLena Ode: ${TALK} ${TALK.replaceAll('vinegar', 'soda')} ${sentence}`,
    );
    return quotes.some(({ text }) => text === sentence);
  };
  expect([quotesWith('Keepers should clean'), quotesWith('I cleaned')]).toEqual([true, false]);
});

const questionsAfter = (question: string, answer = TALK): readonly string[] =>
  episode(`Mara Quill: ${question}\nLena Ode: ${answer}`).questions.map(({ text }) => text);

test.each([
  'Do I call you keeper of the lighthouse or Lena?',
  'You painted the lighthouse lamps in May?',
  'Have you painted it?',
  'And they said "Why paint lighthouses?"',
  'We should just paint the lighthouse lamps of the tower?',
  'I say, could you paint the lighthouse lamps of the tower?',
  'What are we talking about today, lamps of the lighthouse?',
  'A listener writes, dear Mara, why do lighthouses need paint on the tower?',
  'Or why do lighthouses need paint on the tower?',
  'Why do lighthouses... what is the paint of the tower for?',
  'Lena, do you have any questions or comments about the paint of the lighthouse?',
])('is no question of the episode: %s', (question) => {
  expect(questionsAfter(question)).toEqual(['How do you clean the lamp of the lighthouse?']);
});

test.each([
  ['Last question: why do lighthouses need paint?', 'Why do lighthouses need paint?'],
  ['Lena, my first question: why do lighthouses need paint?', 'Why do lighthouses need paint?'],
  ['The question is, how do lighthouses lose paint?', 'How do lighthouses lose paint?'],
  ['The question I want to ask is, how do lighthouses lose paint?', 'How do lighthouses lose paint?'],
  ['Lena, last question: why do lighthouses need paint?', 'Why do lighthouses need paint?'],
  [
    'Last question: salt, why is it so hard for lighthouses and their lamps?',
    'Last question: salt, why is it so hard for lighthouses and their lamps?',
  ],
  [
    'My first question, which everybody asks, is how do keepers keep the lamps of lighthouses dry?',
    'My first question, which everybody asks, is how do keepers keep the lamps of lighthouses dry?',
  ],
  ['Who are you painting lighthouses for?', 'Who are you painting lighthouses for?'],
  [
    'What are we talking about when we say that a lamp drifts?',
    'What are we talking about when we say that a lamp drifts?',
  ],
  [
    'What would you say, after twenty years, is the hardest lamp?',
    'What would you say, after twenty years, is the hardest lamp?',
  ],
  ['The first: why do lighthouses need so much paint?', 'Why do lighthouses need so much paint?'],
  ['Next question: why paint lighthouses?', 'Next question: why paint lighthouses?'],
  ['What question do keepers of lighthouses ask most?', 'What question do keepers of lighthouses ask most?'],
  [
    'What is your biggest question, as a keeper of lighthouses?',
    'What is your biggest question, as a keeper of lighthouses?',
  ],
  [
    'Is lead paint a question, or do keepers of lighthouses scrape it off?',
    'Is lead paint a question, or do keepers of lighthouses scrape it off?',
  ],
])('what announces a question is no part of it: %s', (asked, question) => {
  expect(questionsAfter(asked)).toContain(question);
});

test('a question that nobody answers at length is none', () => {
  expect(questionsAfter('Why do lighthouses need paint?')).toContain('Why do lighthouses need paint?');
  expect(questionsAfter('Why do lighthouses need paint?', 'Who knows.')).not.toContain(
    'Why do lighthouses need paint?',
  );
});

test.each([
  ["This is Lamp Room Radio and I'm Mara Quill. It's paint week.", "I'm Mara", false],
  [
    'Today we talk about lamps. If you do not paint a lamp every day, you are no keeper of it. I am kidding.',
    'no keeper',
    false,
  ],
  ['This is Lamp Room Radio. My keeper of the lighthouse has now just banned them.', 'banned them', false],
  ['This is Lamp Room Radio. My keeper of the lighthouse has banned lamps and sold them.', 'sold them', true],
  ['This is Lamp Room Radio. Lena, you paint a lighthouse and its lamp by hand.', 'you paint', false],
  ['This is Lamp Room Radio. Lena, keeper of a lighthouse and its lamp, paints it.', 'paints it', true],
  ['This is Lamp Room Radio. Here you paint a lighthouse and its lamp by hand.', 'you paint', true],
  ['This is Lamp Room Radio. The lamp of the lighthouse is from Norwell, no, not Norwell, Selwick.', 'Norwell', false],
  [
    'Today we talk about lamps. If you do not paint a lamp every day, you are no keeper of it. I mean it.',
    'no keeper',
    true,
  ],
])('"%s": a summary has "%s": %j', (opening, part, isThere) => {
  const script = `Mara Quill: ${opening}\nLena Ode: Hello to you.\nMara Quill: Who paints?\nLena Ode: It rains here.\n`;
  expect(written(spoken(script)).showNotes.summary.text.includes(part)).toBe(isThere);
});

test('a summary is cleaned of fillers, and of nothing else', () => {
  const script = `Mara Quill: Today we are talking about paint, um, for lighthouses, and, uh, for lamps, that are not wet.\n${TALK}`;
  const documents = written(spoken(script));
  expect(documents.showNotes.summary.text).toContain(
    'Today we are talking about paint, for lighthouses, and for lamps, that are not wet.',
  );
  expect(verifyShowNotes(documents)).toEqual([]);
});

test('the “I” of a summary is one person’s', () => {
  const script = `
Mara Quill: Welcome to the Lamp Room. Today we are talking about paint for lighthouses, and I have painted lighthouses all my life.
Tomas Berg: In this episode I explain how the lamps of lighthouses and the paint of lighthouses are cleaned.
Mara Quill: Paint for lighthouses is the topic that listeners of the Lamp Room ask us about.
${TALK}
`;
  const summed = (said: string) =>
    ['I have painted', 'explain how'].filter((each) => written(spoken(said)).showNotes.summary.text.includes(each));
  expect(summed(script)).toEqual(['explain how']);
  expect(summed(script.replace('I explain', 'we explain'))).toEqual(['I have painted', 'explain how']);
  expect(summed(script.replace('Tomas Berg:', 'Mara Quill:'))).toEqual(['I have painted', 'explain how']);
});

test('a summary leaves out the words with which people begin to talk, and whom they address', () => {
  const { summary } = written(
    spoken(`
Mara Quill: So, Lena, today we're going to talk about paint for lighthouses and about the lamps in them.
Lena Ode: ${TALK}
Mara Quill: ${TALK}
`),
  ).showNotes;
  expect(summary.text).toContain("Today we're going to talk about paint for lighthouses");
  const slots = Object.entries(summary.composition?.slots ?? {});
  expect(slots).toContainEqual([
    expect.stringMatching(/^restOfSentence\d$/u),
    { text: expect.stringMatching(/^today we're/u), anchor: expect.anything() },
  ]);
});

test.each(['Before we get into the paint of lighthouses', 'To start with the lighthouse'])(
  'what only invites a guest to tell is no summary and no key point: %s',
  (start) => {
    const invitation = `${start}, can you tell us a bit about yourself and the tower that you keep?`;
    const { summary, keyPoints } = written(
      spoken(`Mara Quill: ${invitation}\nLena Ode: ${TALK}\nMara Quill: ${TALK}`),
    ).showNotes;
    expect(summary.text).not.toMatch(/tell us a bit/u);
    expect(keyPoints.map(({ text }) => text)).not.toContain(invitation);
  },
);

test('the guests are quoted each at least once where they say something worth it', () => {
  const { quotes } = episode(`Mara Quill: With us is also Tomas Berg, a painter. Welcome, Tomas.
Tomas Berg: Thanks for having me. People should never paint a lighthouse in the rain because the paint runs into the sea.`);
  expect(new Set(quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Lena Ode', 'Tomas Berg']));
});

test('Markdown credits key points where several people speak', () => {
  const notes = {
    ...episode(''),
    revision: '',
    publication: '',
    writer: { name: '', version: '' },
    base: '',
    files: [],
  };
  expect(renderMarkdown(notes)).toMatch(/^- Lena Ode: .*lighthouse/mu);
  const alone = { ...notes, people: notes.people.slice(0, 1) };
  expect(renderMarkdown(alone)).not.toMatch(/^- Lena Ode: /mu);
});

const INTRODUCED = `
Mara Quill: Otto Feld, who was talking about the lamps of every lighthouse and every tower last week, joined me for the second half of the talk with Lena Ode.
Mara Quill: This week, I talk to Lena Ode, a keeper of lighthouses on the northern coast, about what she paints, why it is white and what she plans for the winter.
Lena Ode: Thanks for having me, Mara. ${TALK}
Otto Feld: Thanks, Mara, and hello Lena. ${TALK}
Mara Quill: Thank you for listening.
`;

test.each(['Talks', 'Otto Feld and the lamps of every lighthouse tower'])(
  "the host's introduction of guest and subject is the summary, whatever the title: %s",
  (title) => {
    const { summary } = written(spoken(INTRODUCED), {
      episodeFile: `title: ${title}`,
      showFile: 'roles: {Mara Quill: host, Lena Ode: guest, Otto Feld: guest}',
    }).showNotes;
    expect(summary.text).toMatch(/^This week, I talk to Lena Ode/u);
  },
);

test('what every episode is, and a number, is no topic', () => {
  const said = 'The podcast costs a thousand euro, and I like the podcast for its thousand euro.';
  const { standfirst } = episode(`Lena Ode: ${said} ${said} ${said}`);
  expect(standfirst.text).not.toMatch(/podcast|thousand/u);
});

test('what is counted is no topic with its count', () => {
  const talkOf = (things: string) =>
    `Mara: Let's talk about ${things}.\nLena: We love ${things}, and ${things} are work.\nMara: Are ${things} hard?\nLena: Yes, ${things} are.`;
  const standfirst = (things: string) => written(spoken(talkOf(things))).showNotes.standfirst.text;
  expect(standfirst('brass halyards')).toContain('brass halyards');
  expect(standfirst('forty halyards')).not.toContain('forty');
});

test.each(['public speaking', 'chat encryption'])('what is said of talking is a topic: %s', (thing) => {
  const script = `Mara: Let's talk about ${thing}.\nLena: We love ${thing}, and ${thing} is work.\nMara: Is ${thing} hard?\nLena: Yes, ${thing} is.`;
  expect(written(spoken(script)).showNotes.standfirst.text).toContain(thing);
});

test('that people talk is no topic, though the host says that they keep talking', () => {
  const said = 'We were talking about lamps, and the talking went on, for talking is what lamps are for.';
  const { standfirst } = episode(`Lena Ode: ${said} ${said} ${said}`);
  expect(standfirst.text).toContain('lamps');
  expect(standfirst.text).not.toContain('talking');
});

test('a topic has no ending of a possessive', () => {
  const said =
    "Ternhaven's lamps are old. The lamps of Ternhaven are bright, and Ternhaven's keeper is Ternhaven's pride.";
  expect(written(spoken(`Lena: ${said}\nMara: ${said}`)).showNotes.standfirst.text).toMatch(/Ternhaven(?!'s)/u);
});

test('who is on without a guest talk with each other, and somebody alone about something', () => {
  const few = 'Yes, and so it was.';
  const textOf = (script: string) => written(spoken(script)).showNotes.standfirst.text;
  expect(textOf(`Lena Ode: ${few}\nMara Quill: ${few}`)).toBe('Lena Ode talks with Mara Quill.');
  expect(textOf(`Lena Ode: ${few}`)).toBe('');
});
