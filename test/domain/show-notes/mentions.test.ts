import { spoken, written } from '../../support/conversations/spoken';
import { DIKE_IN_GERMAN, TIDES_IN_CHINESE, TIDES_IN_JAPANESE } from '../../support/scripts';

const WORKSHOP = `
Mara Quill: Welcome to Knots and Splices. Today I talk with Tobin Ashdown about sail plans, and about the software that draws them.
Tobin Ashdown: Thanks for having me. I keep a workshop in Selwick, and I came from Dunmarrow to learn the trade.
Mara Quill: Hey Tobin, what do you draw a sail with?
Tobin Ashdown: I use SeamKit, which is a drawing program, and [Luff Gauge](https://luff.example/gauge), a small tool that Petra made. Petra says it saves a day.
Mara Quill: Where did you read about this?
Tobin Ashdown: There is a paper called How to Read a Sail, from the Institute of Canvas, and the manual of the RIG 4, which everybody has. The group is called Women Who Splice, and my PhD was about cloth.
Tobin Ashdown: A bolt rope decides everything. Without a bolt rope the cloth tears, so a bolt rope goes round every sail. Every bolt rope needs wax, and we sew each bolt rope by hand.
Tobin Ashdown: Each panel is a DXF, and we cut forty DXFs a week. The DXF comes out of SeamKit. Read more on [join.seams.example.org](https://join.seams.example.org), or in [the article](https://luff.example/a).
Mara Quill: Selwick is lovely in January. I once lived in Selwick, and I took the ferry to Selwick on Mondays.
Tobin Ashdown: Sailing is easy; Knots is what we should call the next one.
`;

const mentions = () => written(spoken(WORKSHOP)).showNotes.mentions;
const namedIn = (script: string) => written(spoken(script)).showNotes.mentions;
const texts = () => mentions().map(({ text }) => text);
const rankOf = (text: string): number => texts().indexOf(text);

test('finds titles with their small words, institutions, numbered standards and terms in lower case', () => {
  expect(texts()).toEqual(
    expect.arrayContaining(['How to Read a Sail', 'Institute of Canvas', 'RIG 4', 'Women Who Splice', 'bolt rope']),
  );
});

test('a university is named with its place, and whoever made the show is not named', () => {
  const credits = 'The Lamp Room is produced by Ines Moe, with music by Tarn.';
  const script = `Mara: We met at the University of Selwick Bay, with Ada Brandt.\nLena: Yes, with Ada Brandt.\nMara: ${credits}`;
  const named = namedIn(script).map(({ text }) => text);
  expect(named).toEqual(expect.arrayContaining(['University of Selwick Bay', 'Ada Brandt']));
  expect(named.join()).not.toMatch(/Moe|Tarn/u);
});

test('a family’s firm is one name', () => {
  const sons = namedIn('Mara: We met Marrow and sons of his.\nLena: Oh?');
  expect(sons.map(({ text }) => text)).toEqual(['Marrow']);
  const named = namedIn('Mara: I bought it from Marrow and Sons, beside Tollen.\nLena: From Marrow and Sons?');
  expect(named.map(({ text }) => text)).toContain('Marrow and Sons');
  expect(
    namedIn('Mara: We met Marrow and Tollen.\nLena: Oh?')
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['Marrow', 'Tollen']);
});

test('a son is of no firm', () => {
  const named = namedIn('Mara: Ich traf Otto Brand und Sohn Karl.\nLena: Otto Brand und Sohn Karl? Die Orgel war gut.');
  expect(named.map(({ text }) => text)).not.toContain('Otto Brand und Sohn Karl');
});

test('what is written as code is a mention', () => {
  expect(namedIn('A: We ran tide_sum once.\nB: Good.').map(({ text }) => text)).toEqual(['tide_sum']);
});

test('a number has a name before it, or is none', () => {
  const script = 'A: The 1.9.1 release is out, and SeamKit 2.0 as well.\nB: In 1.8.4 it was slow.';
  expect(namedIn(script).map(({ text }) => text)).toEqual(['SeamKit 2.0']);
});

test.each([
  ['We bought RAM for Norwell.', ['Norwell', 'RAM']],
  ['They knew that All of Norwell came to Norwell.', ['Norwell']],
])('small words and ordinary ones join or leave a name by its form: %s', (speech, names) => {
  expect(
    namedIn(`A: ${speech}\nB: Good.`)
      .map(({ text }) => text)
      .sort(),
  ).toEqual(names);
});

test('counts a plural with its singular', () => {
  expect(mentions().find(({ text }) => text === 'DXF')).toMatchObject({ count: 3, variants: ['DXF', 'DXFs'] });
  expect(texts()).not.toContain('DXFs');
});

test('leaves out speakers that are greeted, degrees, months, addresses and words that only a link or a sentence start sets off', () => {
  expect(texts().join(' ')).not.toMatch(/Tobin|Hey|PhD|January|Mondays|seams\.example|article|Sailing/u);
});

test('what is linked or explained comes before places and first names', () => {
  expect(rankOf('SeamKit')).toBe(0);
  expect(rankOf('Luff Gauge')).toBeLessThan(3);
  expect(rankOf('Selwick')).toBeGreaterThan(rankOf('Women Who Splice'));
  expect(rankOf('Petra')).toBeGreaterThan(rankOf('Institute of Canvas'));
});

test('what has a number, and what the host names, comes before its like', () => {
  const order = (script: string) => namedIn(script).map(({ text }) => text);
  expect(order('A: We saw the BrakKar go.\nB: We saw the Zelmar9 go.')).toEqual(['Zelmar9', 'BrakKar']);
  const hosted =
    'Mara Quill: Welcome to Knots. My guest is Tobin Ashdown. We saw the Zelmar go.\nTobin Ashdown: We saw the Brakkar go.';
  expect(order(hosted)).toEqual(['Zelmar', 'Brakkar']);
});

test('a term within a longer one is the one that is said more', () => {
  const said = (phrase: string, times: number) => `And the ${phrase} is there. `.repeat(times);
  const termsOf = (script: string) =>
    written(spoken(`A: ${script}\nB: Yes.`)).showNotes.mentions.map(({ text }) => text);
  expect(termsOf(said('bolt rope', 6) + said('bolt rope splice', 1))).toEqual(['bolt rope']);
  expect(termsOf(said('bolt rope splice', 6))).toEqual(['bolt rope splice']);
});

test('several words are a term when they are said three times, one word when it is said five times, a count never', () => {
  const said = (thing: string, times: number) => `A: ${`Look at the ${thing} there. `.repeat(times)}\nB: Yes.`;
  expect(namedIn(said('gaff halyard', 2))).toEqual([]);
  expect(namedIn(said('gaff halyard', 3))).toMatchObject([{ text: 'gaff halyard', count: 3 }]);
  expect(namedIn(said('halyard', 4))).toEqual([]);
  expect(namedIn(said('halyard', 5))).toMatchObject([{ text: 'halyard', count: 5 }]);
  for (const count of ['thousand', 'forty', 'trillion']) expect(namedIn(said(`${count} halyards`, 4))).toEqual([]);
  expect(namedIn(said('airline miles', 3))).toMatchObject([{ text: 'airline miles' }]);
});

test('a term that is also written as a name is one mention', () => {
  const lower = 'We wax the bolt rope, and then we sew it. '.repeat(5);
  const [only] = written(spoken(`A: ${lower}\nB: They call it the Bolt Rope.`)).showNotes.mentions;
  expect(only).toMatchObject({ count: 6, turns: [1, 2] });
});

test('writes an acronym in one piece that is said letter by letter', () => {
  const [acronym] = namedIn('A: We measured the drag with the matrix T D K, and then we sailed.\nB: Good.');
  expect(acronym).toMatchObject({ text: 'TDK', variants: ['TDK', 'T D K'], turns: [1], count: 1 });
});

test('shows the spelling with a capital inside, though the other is said more', () => {
  const [tide] = namedIn('A: We run it on FastTide today.\nB: Does Fasttide float?\nA: Yes, Fasttide floats.');
  expect(tide).toMatchObject({ text: 'FastTide', variants: ['FastTide', 'Fasttide'], count: 3 });
});

test.each([
  ['A: We drew it with SeamKit.\nB: So seamkit.dev has it?', 'SeamKit'],
  ['A: Send me the DXF.\nB: Is it a DXF-based format, and what is DXF-like?', 'DXF'],
  ['A: Look at the Bolt Rope Tension (BRT) first.\nB: What is a good BRT?', 'BRT'],
  ['A: First comes the BRT, or Bolt Rope Tension, and then the rest.\nB: Good.', 'BRT'],
])('what is an address, a likeness or the words of a name is no mention of its own: %s', (script, name) => {
  expect(namedIn(script).map(({ text }) => text)).toEqual([name]);
});

test('terms are what is said as a name of something, not what somebody does or how', () => {
  const said = (sentence: string) => `${sentence} `.repeat(6);
  const verbs = said('We rebroadcast the tide, and you started splicing.') + said('It is 4 terabytes.');
  expect(namedIn(`A: ${verbs}\nB: ${said('Look at the gaff halyard of the boat.')}`).map(({ text }) => text)).toEqual([
    'gaff halyard',
  ]);
});

test('leaves out languages and peoples, exclamations, and words that lost the blanks between them', () => {
  const script =
    'A: They wrote in English, a Dutch crew, and Ah, it wasthefirstboatthatIeversawandKitbuiltit.\nB: Good.';
  expect(namedIn(script)).toEqual([]);
});

test('in German, where capitals tell nothing, names are what has no article, and terms what no list has', () => {
  expect(new Set(namedIn(DIKE_IN_GERMAN).map(({ text }) => text))).toEqual(
    new Set([
      'PegelSync',
      'Deichdaten',
      'Martin Kleppner',
      'Petra Lühr',
      'Google',
      'Python',
      'Brakensiel',
      'Replikation',
    ]),
  );
});

test.each([
  ['ja', TIDES_IN_JAPANESE, ['シオサイ', '水位計', '高潮', 'PyTorch', 'NOAA', 'M2']],
  ['zh', TIDES_IN_CHINESE, ['听潮', '验潮仪', '风暴潮', 'PyTorch', 'NOAA', 'M2']],
])(
  'without spaces and capitals (%s), marks and what is said again name things, and a summary ends in time',
  (language, script, named) => {
    const { mentions: found, summary, episode } = written(spoken(script)).showNotes;
    expect(episode.language).toBe(language);
    expect(found.map(({ text }) => text)).toEqual(expect.arrayContaining(named));
    expect(found.filter(({ text }) => text.length < 2)).toEqual([]);
    const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(summary.text)];
    expect(words.filter(({ isWordLike }) => isWordLike).length).toBeLessThanOrEqual(60);
  },
);

test('what the audience is welcomed to is no mention, with its article or without', () => {
  const script = `
Ana: Bienvenidos a El Varadero. Hoy hablo con Tomás sobre las mareas de Selwick.
Tomás: Gracias. En el Varadero me siento en casa, y siempre vuelvo al Varadero. En Selwick medimos la marea cada noche.
Ana: ¿Y qué pasa con la marea en Selwick?
Tomás: La marea sube, y Selwick la espera.
`;
  const found = namedIn(script).map(({ text }) => text);
  expect(found.join(' ')).not.toContain('Varadero');
  expect(found).toContain('Selwick');
});

test('an article joins no two German nouns into a name, behind another particle it does', () => {
  const script = `
Ada: Hallo und herzlich willkommen. Heute spricht mit mir Jonas van der Berg über Boote.
Jonas: Wir haben letztes Jahr das Rettungsboot gebaut, und ich habe es mit Aaron van der Molen gestrichen.
Ada: Und was macht Aaron van der Molen heute mit dem Boot?
Jonas: Er segelt.
`;
  const found = namedIn(script).map(({ text }) => text);
  expect(found).toContain('Aaron van der Molen');
  expect(found.join(', ')).not.toContain('Jahr das');
});
