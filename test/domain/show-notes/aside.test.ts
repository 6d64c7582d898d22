import { findSubjectMatter } from '../../../lambdas/domain/show-notes/reading/subject-matter';
import { stageDirectionsIn } from '../../../lambdas/domain/text/stage-directions';
import type { Turn } from '../../../lambdas/domain/transcript';
import { readClosely, spoken, written } from '../../support/conversations/spoken';

/** A conversation about kilns, with what is given before its last answer. */
const talk = (middle: string) => `
Wanda Kiel: Welcome to Clay Hour. Today I talk to Ferdi Olm, a potter from Harrow Bend, about kilns and glazes.
Ferdi Olm: Thanks for having me, Wanda. I build kilns because nobody sells the kiln that I want.
${middle}
Wanda Kiel: How do you build a kiln for salt glazes?
Ferdi Olm: ${KILNS}
Wanda Kiel: Thank you for listening.
`;

const KILNS = [
  'A kiln for salt glazes needs hard bricks because the salt eats everything that is soft.',
  'The glaze of a salt kiln is made in the fire, which means that every pot is different.',
  'Every kiln leaks at the door, and the best potters close the door with wet clay.',
  'The chimney is the engine of the kiln because it pulls the flame over the pots.',
].join(' ');

/** Marks stage directions as the formats do. */
function marked(script: string) {
  const transcript = spoken(script);
  const turns = transcript.turns.map((turn): Turn => {
    const spans = stageDirectionsIn(turn.text).map((words) => ({ kind: 'stage-direction' as const, words }));
    return { ...turn, spans };
  });
  return written({ ...transcript, turns }).showNotes;
}

test('a stage direction is in no mention and in no statement', () => {
  const said = `[laughs] ${KILNS.replace('hard bricks', '[unintelligible 00:12] bricks')} [Unintelligible 00:14]`;
  const { people, ...notes } = marked(talk(`Ferdi Olm: ${said}\nWanda Kiel: [Crosstalk 00:15]`).replace(KILNS, said));
  expect(people).toHaveLength(2);
  expect(JSON.stringify(notes)).not.toMatch(/unintelligible|crosstalk|laughs/iu);
  expect(JSON.stringify([notes.keyPoints, notes.quotes])).toContain('the engine of the kiln');
});

const READ = [
  'This portion of Clay Hour has been brought to you by Ovenly.',
  'Every kiln is a kiln that can break because the bricks of a kiln are brittle.',
  'With the kiln insurance of Ovenly every kiln and every glaze is safe from fire.',
  'Give Ovenly a try, because a kiln without insurance is only a heap of bricks.',
];

test.each([['Wanda Kiel: '], ['']])('a sponsor is read out to the end, with the label %j', (label) => {
  const script = talk(`${label}${READ.join('\n')}\nNow let's go back to kilns.`);
  const unnamed = script.replaceAll(/^(?:Wanda Kiel|Ferdi Olm): /gmu, '');
  const { keyPoints, quotes, mentions } = written(spoken(label === '' ? unnamed : script)).showNotes;
  const points = JSON.stringify([keyPoints, quotes]);
  for (const sentence of READ) expect(points).not.toContain(sentence);
  expect(points).toContain('the engine of the kiln');
  expect(mentions.map(({ text }) => text)).not.toContain('Ovenly');
});

const ADVERTISED = [
  'Ovenly is for every potter whose kiln has broken because the bricks of a kiln are brittle.',
  'With Ovenly every kiln and every glaze is safe from fire, and a kiln is repaired within a week.',
  'Learn more about Ovenly at www.ovenly.example.',
];

test.each([
  ['This episode is supported by Ovenly.', 'Ovenly repairs a kiln within a week.'],
  ['Meet Ovenly.', 'Ovenly is the place for you.', 'Visit ovenly.example/kilns today.'],
])('is an advertisement: %s', (...read) => {
  const { mentions, quotes } = written(spoken(talk(`Wanda Kiel: ${read.join(' ')}`))).showNotes;
  expect(JSON.stringify([mentions, quotes])).not.toContain('Ovenly');
});

test.each([
  ['Clay Hour is supported by Ovenly.', 'It repairs a kiln within a week.'],
  ['Let me tell you of Ovenly.', 'Head over to ovenly dot com slash clay and get your first kiln free.'],
  ['Ovenly is the place for you. Ovenly is free.', 'Check out ovenly.example today.'],
])('is an advertisement of the show: %s', (...read) => {
  const script = talk(`Wanda Kiel: ${read.join(' ')}`);
  const { mentions, quotes } = written(spoken(script), { showFile: 'title: Clay Hour' }).showNotes;
  expect(JSON.stringify([mentions, quotes])).not.toContain('Ovenly');
});

test('what supports something else, and a place that is named once, is no advertisement', () => {
  const named = (read: string) =>
    written(spoken(talk(`Ferdi Olm: ${read}`)), { showFile: 'title: Clay Hour' }).showNotes.mentions.map(
      ({ text }) => text,
    );
  expect(named('The museum is supported by Ovenly. So we went to Ovenly.')).toContain('Ovenly');
  expect(named('We met at Ovenly. Head over to ovenly dot com slash clay, it is all there.')).toContain('Ovenly');
  expect(named('The clay hour is supported by Ovenly. So we went to Ovenly.')).toContain('Ovenly');
});

test('an advertisement goes on behind what somebody throws in', () => {
  const read = (answer: string) =>
    talk(
      `Wanda Kiel: This episode is sponsored by Ovenly.\nFerdi Olm: ${answer}\nWanda Kiel: Ovenly repairs a kiln with Brandt, and Ovenly and Brandt are quick.`,
    );
  const named = (answer: string) => written(spoken(read(answer))).showNotes.mentions.map(({ text }) => text);
  expect(named('I like them.')).not.toContain('Brandt');
  expect(named(KILNS)).toContain('Brandt');
  const asked = talk(
    'Wanda Kiel: This episode is brought to you by Harbour Bank.\nFerdi Olm: They lent to me.\nWanda Kiel: Why did you build a kiln at the harbour?\nFerdi Olm: It is where the clay is, and the clay of the harbour is grey and soft and cheap.',
  );
  expect(JSON.stringify(written(spoken(asked)).showNotes.questions)).toContain('at the harbour');
});

test.each([
  'Thank you to everybody who signed up on Patreon this month, that is Gareth Pell and Susan Marr.',
  'Our new patrons are Gareth Pell and Susan Marr, thank you.',
])('patrons who are thanked are no mentions: %s', (thanks) => {
  const named = (said: string) =>
    written(spoken(talk(`Wanda Kiel: ${said} Gareth Pell!`))).showNotes.mentions.map(({ text }) => text);
  expect(named(thanks)).not.toContain('Susan Marr');
  expect(named('Thanks to rich patrons Gareth Pell and Susan Marr have a kiln.')).toContain('Susan Marr');
  expect(named('We signed up Gareth Pell and Susan Marr for the kiln.')).toContain('Susan Marr');
});

test('an advertisement that names no sponsor is one all the same, by the address that it leads to', () => {
  const namedIn = (read: string) =>
    written(spoken(talk(`Wanda Kiel: ${read}`))).showNotes.mentions.map(({ text }) => text);
  const [first = '', second = '', last = ''] = ADVERTISED;
  expect(namedIn(`${first} ${second} ${last}`)).not.toContain('Ovenly');
  expect(namedIn(`${first} ${second}`)).toContain('Ovenly');
  expect(namedIn(`${first} ${second} Ovenly says: learn more about kilns at www.kilns.example.`)).toContain('Ovenly');
  expect(namedIn(`${second} ${last}`)).not.toContain('Ovenly');
  expect(namedIn(`${second} You can learn more about Ovenly at www.ovenly.example.`)).toContain('Ovenly');
  expect(namedIn(`${first} ${second} Ovenly is at www.ovenly.example.`)).toContain('Ovenly');
  const theKiln =
    'The kiln has a roof. The roof leaks. The clay is wet, says Ovenly. Learn more at www.thekiln.example.';
  expect(namedIn(`${theKiln} With Ovenly it is dry.`)).toContain('Ovenly');
});

test.each([
  "If you're new here, this is how a kiln works.",
  'If you liked this kiln, look at the next.',
  'Tell one person of a kiln.',
])('what is said to listeners is not about the subject: %s', (housekeeping) => {
  const reading = readClosely(`${housekeeping} This is how a kiln works.`);
  expect(reading.sentences.map(findSubjectMatter(reading, [], '').isOnSubject)).toEqual([false, true]);
});

test.each([
  ['en', 'A kiln for salt glazes is a kiln that the potters of the salt kiln call produced by Jo Marsh.'],
  ['de', 'Die Sendung über den Ofen und die Glasur wird produziert von Jo Marsh und ihrem Team.'],
])('who made the show is no key point: %s', (language, credit) => {
  const script = talk(`Ferdi Olm: ${credit}`);
  const { keyPoints, quotes } = written(spoken(script, { language })).showNotes;
  expect(JSON.stringify([keyPoints, quotes])).not.toContain('Jo Marsh');
});
