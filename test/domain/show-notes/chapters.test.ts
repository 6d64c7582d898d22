import { titleOfPhrases } from '../../../lambdas/domain/show-notes/chapters/title-phrases';
import { nounsIn } from '../../../lambdas/domain/show-notes/reading/noun-phrases';
import type { SpokenWord } from '../../../lambdas/domain/show-notes/reading/spellings';
import { verifyShowNotes } from '../../../lambdas/domain/show-notes/verify';
import { countWords } from '../../../lambdas/domain/text/words';
import { longTalk, TOPICS } from '../../support/conversations/long-talk';
import { readClosely, spoken, written } from '../../support/conversations/spoken';
import { fc } from '../../support/laws';
import { BAKERY, TIDES_IN_JAPANESE } from '../../support/scripts';

const chaptersIn = (script: string) => written(spoken(script)).showNotes.chapters;

/** What is said in the turn with which each chapter begins. */
function openingsIn(script: string): readonly string[] {
  const { turns } = spoken(script);
  return chaptersIn(script).map(({ turn }) => turns[turn - 1]?.text ?? '');
}

test('an episode has chapters where the talk turns to something else', () => {
  const openings = openingsIn(longTalk());
  expect(openings).toEqual(expect.arrayContaining(TOPICS.slice(1).map(({ lead }) => lead)));
});

test('chapters begin where topics do, whatever their order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...TOPICS], { minLength: 5 }), (topics) => {
      const openings = openingsIn(longTalk(topics));
      for (const { lead } of topics.slice(1)) expect(openings).toContain(lead);
    }),
    { numRuns: 5 },
  );
});

test('a chapter begins with the question and not with its answer', () => {
  const script = longTalk().replaceAll(
    '\nOlga Brand: The lantern',
    '\nOlga Brand: Yes.\nPiet Dorn: Really?\nOlga Brand: The lantern',
  );
  for (const opening of openingsIn(script)) expect(opening).not.toMatch(/^(?:Yes|Really)/u);
});

test('no chapter begins in an advertisement', () => {
  const offer = 'This episode is brought to you by Brineworks. A kettle that never scales, with a lid of walnut. ';
  const advertisement = `Piet Dorn: ${offer.repeat(8)}`;
  const [lead = ''] = TOPICS.slice(2).map((topic) => `Piet Dorn: ${topic.lead}`);
  expect(openingsIn(longTalk().replace(lead, `${advertisement}\n${lead}`)).join()).not.toContain('Brineworks');
});

test('no title is the name of somebody who speaks, with its accents or without', () => {
  const script = BAKERY.replaceAll('Anna Petrova', 'José Prado').replace(
    /freshness.*/u,
    'the José, and about the José we know.',
  );
  expect(chaptersIn(script).map(({ title }) => title)).not.toContainEqual(expect.stringMatching(/José/u));
});

test('longer episodes have more chapters, but not in proportion', () => {
  const counts = [1, 3, 6].map(
    (times) => chaptersIn(longTalk(Array.from({ length: times }, () => TOPICS).flat())).length,
  );
  const [one = 0, three = 0, six = 0] = counts;
  expect(one).toBeGreaterThanOrEqual(6);
  expect(three).toBeGreaterThan(one);
  expect(six).toBeGreaterThan(three);
  expect(six).toBeLessThan(6 * one);
});

test('a short episode has the chapters that its host announces, or none', () => {
  expect(chaptersIn(BAKERY).map(({ turn }) => turn)).toEqual([1, 5, 13]);
  expect(chaptersIn(BAKERY.replace("So let's talk about freshness. ", ''))).toEqual([]);
  expect(chaptersIn('Anna: I bought a boat.\nBen: What kind of boat, Anna?')).toEqual([]);
});

test.each([
  "Before the rest, Anna, let's talk about freshness. ",
  'I want to turn to freshness. ',
  'Let me ask you about freshness. ',
  'Okay, next topic: freshness. ',
])('a host may announce a chapter by saying: %s', (lead) => {
  const script = BAKERY.replace("So let's talk about freshness. ", lead);
  expect(chaptersIn(script).map(({ turn }) => turn)).toEqual([1, 5, 13]);
});

test('a short episode whose host announces nothing has chapters where the talk turns, if it has words for three', () => {
  const short = longTalk(TOPICS.slice(0, 3).map((topic) => ({ ...topic, things: topic.things.slice(0, 4) })));
  const words = countWords(short);
  expect([words > 400, words < 1500]).toEqual([true, true]);
  expect(openingsIn(short).slice(1)).toEqual(TOPICS.slice(1, 3).map(({ lead }) => lead));
});

/** Leads in which nobody asks or moves on: only the words tell that the talk turns. */
const UNLED = ['Here is the lighthouse museum.', 'There are bees on the roof, too.', 'In the winter the pipes froze.'];

test('also where only the words tell that it turns, and however long the goodbyes are', () => {
  const topics = UNLED.flatMap((lead, at) => {
    const things = TOPICS[at]?.things.slice(0, 4);
    return things ? [{ lead, things }] : [];
  });
  const short = longTalk(topics);
  const goodbye =
    'Piet Dorn: Thank you so much for being here, it was great fun to have you with us again. Bye, everyone.';
  const goodbyes = `${short}\n${goodbye}\nOlga Brand: Bye bye.\n${goodbye}\nOlga Brand: Bye bye.\n${goodbye}`;
  for (const script of [short, goodbyes]) {
    const [, bees, pipes, ...others] = openingsIn(script);
    expect([bees, pipes, others]).toEqual([
      expect.stringMatching(/There are bees|^The hive/u),
      expect.stringMatching(/the pipes froze|^The pipe/u),
      [],
    ]);
  }
});

const [, BEES = ''] = TOPICS.map(({ lead }) => lead);

/** The titles of the long talk, in which the host leads to the bees as given. */
const titlesWith = (lead: string): readonly string[] =>
  chaptersIn(longTalk().replace(BEES, lead)).map(({ title }) => title);

test('a title names what the chapter opens with and says often', () => {
  const titles = titlesWith(BEES);
  expect(titles).toEqual(expect.arrayContaining(['Lantern and lighthouse', 'Choir and rehearsal']));
  for (const title of titles) expect(title.split(' ').length).toBeLessThanOrEqual(7);
});

test('a title names what the host leads to', () => {
  expect(titlesWith('Right, Olga, let’s move on to the smoker.').join()).toMatch(/Smoker/u);
  expect(titlesWith('I wanna move on to the smoker.').join()).toMatch(/Smoker/u);
  expect(titlesWith(BEES).join()).not.toMatch(/Smoker/u);
  const rarely = 'Right, Olga, let’s move on to the parrot.\nOlga Brand: The parrot was loud.';
  expect(titlesWith(rarely).join()).toMatch(/Parrot/u);
  expect(titlesWith(rarely.replace('the parrot.', 'wax, because of the parrot.')).join()).not.toMatch(/Parrot/u);
});

test('of two names that are joined already none is joined to a third', () => {
  const reading = readClosely('The smoker burns. It came from Varnel and Tollen. Varnel and Tollen made the smoker.');
  const weights: Readonly<Record<string, number>> = { smoker: 9, varnel: 2, tollen: 2 };
  const inputs = {
    ...{ reading, hosts: new Set<string>(), nouns: nounsIn(reading.sentences, 'en'), isName: () => false },
    weightOf: ({ spelling }: SpokenWord) => weights[spelling.plain] ?? 0,
  };
  expect(titleOfPhrases(reading.sentences, inputs, new Set())?.title).toMatch(/^Smoker and (?:Varnel|Tollen)$/u);
});

/** The titles where the bees begin with something that both say twice. */
const titlesAfter = (sentence: string): string =>
  titlesWith(
    [BEES, ...['Piet Dorn', 'Olga Brand', 'Piet Dorn', 'Olga Brand'].map((name) => `${name}: ${sentence}`)].join('\n'),
  ).join();

test.each(['make', 'exist', 'versus'])('no title ends in a verb, however often a noun stands before it: %s', (verb) => {
  const sentence = `With those wax candles ${verb} sure that they burn; the ${verb} is all.`;
  expect(titlesAfter(sentence)).not.toMatch(new RegExp(` ${verb}(?:,|$)`, 'iu'));
});

test('no title has a word of every talk beside its own, such as “listener”', () => {
  const sentence = 'In the listener we smell the wax; the listener is warm with the wax of this listener.';
  expect(titlesAfter(sentence)).not.toMatch(/listener/iu);
});

test('no title is an adjective whose noun is “one”', () => {
  const sentence = 'The melting one burns, and the melting one is best. A melting is hot.';
  expect(titlesAfter(sentence)).not.toMatch(/melting/iu);
  expect(titlesAfter(sentence.replaceAll('melting one', 'melting'))).toMatch(/melting/iu);
});

test('a title is the question of the host where it can be understood alone, and asks nobody by name', () => {
  expect(titlesWith('So what does a beekeeper do?')).toContain('What does a beekeeper do?');
  expect(titlesWith('So what does a beekeeper do, Olga?').join()).not.toContain('?');
});

test('a title in Spanish keeps both marks of its question', () => {
  const fragment = (question: string) => `
Lucía Ferrán: Bienvenidos a Marea Baja. Hoy hablo con Mateo Ribas sobre el faro y sobre las mareas de la costa.
Mateo Ribas: Gracias. ${'El faro necesita una lámpara y la lámpara necesita al farero que vive junto al mar. '.repeat(30)}
Lucía Ferrán: ${question}
Mateo Ribas: ${'La marea sube dos veces y la marea baja dos veces en la bahía de los pescadores viejos. '.repeat(30)}
Lucía Ferrán: Pasemos a otra cosa, a las redes y a los barcos del puerto.
Mateo Ribas: ${'Las redes se secan al sol y los barcos esperan en el puerto hasta que llega la noche. '.repeat(30)}`;
  expect(chaptersIn(fragment('¿Cómo cambia la marea?')).map(({ title }) => title)).toContain('¿Cómo cambia la marea?');
});

test('a title in Japanese has no ending of a verb in it', () => {
  for (const { title } of chaptersIn(TIDES_IN_JAPANESE.repeat(12)))
    expect(title).not.toMatch(/(?:した|ました|いう|っ)$/u);
});

test("the producer's headings are the chapters, word for word, and the details have them", () => {
  const headings = [
    { text: 'Lamps', line: 1, level: 1, beforeTurn: 1 },
    { text: 'Oil or gas?', line: 7, level: 2, beforeTurn: 3 },
    { text: 'The keeper’s cat', line: 12, level: 3, beforeTurn: 6 },
  ];
  const documents = written({ ...spoken(longTalk()), headings });
  expect(documents.showNotes.chapters.map(({ turn, title }) => [turn, title])).toEqual([
    [3, 'Oil or gas?'],
    [6, 'The keeper’s cat'],
  ]);
  expect(verifyShowNotes(documents)).toEqual([]);
  const renamed = documents.showNotes.chapters.map((chapter) => ({ ...chapter, title: 'The dog' }));
  expect(verifyShowNotes({ ...documents, showNotes: { ...documents.showNotes, chapters: renamed } })).not.toEqual([]);
});
