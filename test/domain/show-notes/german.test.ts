import { spoken, written } from '../../support/conversations/spoken';

const NIGHT_FERRY = `
Klara Heidt: Willkommen bei Fährgeld. Ich bin Klara Heidt, und zu Gast ist heute Jonas Brink. Er hat zwanzig Jahre lang als Fährschaffner gearbeitet und baut heute in Kiel neue Nachtfähren. Wir sprechen darüber, warum die Nachtfähren verschwunden sind, was eine Nachtfähre kostet und wer sie bezahlt.
Jonas Brink: Moin Klara. Ich bin tatsächlich heute Nacht mit der Fähre von Oslo nach Kiel gekommen.
Klara Heidt: Wie bist du zur Nachtfähre gekommen?
Jonas Brink: Ich habe in Oslo Geschichte studiert. Eine Nachtfähre kostet vierzig Millionen Euro, und die Norwegische Reederei hat nur zwei Nachtfähren. Keine Bank finanziert eine Nachtfähre, die nur auf einer einzigen Strecke fahren kann.
Klara Heidt: Kommen wir zum Geld. Was kostet die Nacht auf einer Nachtfähre?
Jonas Brink: Siebzig Euro bei achtzig Prozent Auslastung. Solange der Flug billiger ist als die Nachtfähre, gewinnt immer der Flug. Niemand baut eine Nachtfähre, weil niemand weiß, ob es in zehn Jahren noch Häfen für Nachtfähren gibt.
`;

const ferry = () => written(spoken(NIGHT_FERRY), { episodeFile: 'title: Wer fährt nachts noch?' }).showNotes;

test('a career introduces somebody, and the summary names nobody twice', () => {
  const { people, summary } = ferry();
  expect(people[1]?.introduction?.text).toMatch(/^hat zwanzig Jahre lang als Fährschaffner gearbeitet und baut/u);
  expect(summary.text).toMatch(/^Zu Gast ist heute Jonas Brink\. Er hat /u);
  expect(summary.text).not.toContain('Klara Heidt');
});

test('topics and chapters are nouns without verbs, and no times of day', () => {
  const { standfirst, chapters } = ferry();
  expect(standfirst.text).toMatch(/^Klara Heidt spricht mit Jonas Brink über Nachtfähre/u);
  expect([standfirst.text, ...chapters.map(({ title }) => title)].join()).not.toMatch(/kostet|Nacht[,.]| Nacht /u);
});

test('no topic is lost for being a part of what the guest is', () => {
  const script = NIGHT_FERRY.replace('Fährschaffner', 'Nachtfährenschaffner').replace(
    'Wie bist du zur Nachtfähre gekommen',
    'Wie wird man Nachtfährenschaffner',
  );
  expect(written(spoken(script)).showNotes.standfirst.text).toContain('Nachtfähre');
});

test('a host who leads on begins a chapter, and it is called by what they lead to', () => {
  const told = 'Das ist eine lange Geschichte, und sie beginnt am Kai mit einem Schiff und vielen Leuten an Deck.';
  const script = `${NIGHT_FERRY}
Jonas Brink: ${told} ${told} ${told}
Klara Heidt: Fangen wir mit der Lampe an.
Jonas Brink: Die Lampe brennt bis drei, und die Lampe ist grün. ${told} ${told} ${told}`;
  const { turns } = spoken(script);
  const starts = written(spoken(script)).showNotes.chapters.map(({ turn, title }) => [turns[turn - 1]?.text, title]);
  expect(starts.slice(1)).toEqual([
    [expect.stringMatching(/^Kommen wir zum Geld/u), expect.any(String)],
    [expect.stringMatching(/^Fangen wir/u), expect.stringContaining('Lampe')],
  ]);
});

test('no topic has an adjective, whose case would be another’s', () => {
  const script = NIGHT_FERRY.replace('Moin Klara.', 'Moin Klara. Der alte Speicher steht leer.').replace(
    'Ich habe in Oslo',
    'Der alte Speicher war ein Hotel. Ich habe in Oslo',
  );
  expect(written(spoken(script)).showNotes.standfirst.text).not.toContain('Speicher');
});

test('whom the host is glad to see again is a guest', () => {
  const script = (back: string) =>
    `Mara Quill: Willkommen in der Lampenstube. ${back}\n${'Tomas Berg: Die Lampe wird von Hand geputzt.\nMara Quill: Ja, und der Turm wird gestrichen.\n'.repeat(9)}`;
  const rolesIn = (back: string) => written(spoken(script(back))).showNotes.people.map(({ role }) => role);
  expect(rolesIn('Tomas, schön, dass du wieder da bist.')).toEqual(['host', 'guest']);
  expect(rolesIn('Tomas, du bist da.')).toEqual(['host', 'host']);
});

/** What is mentioned where the guest begins with more. */
const mentionedAfter = (more: string): readonly string[] =>
  written(spoken(NIGHT_FERRY.replace('Moin Klara.', `Moin Klara. ${more}`))).showNotes.mentions.map(({ text }) => text);

test('what follows a place is no part of it, and a plural of an ordinary word no name', () => {
  const found = mentionedAfter('Es ist wie bei Flugzeugen. Nach Wien Musik, in Wien Geschichte, das war es.');
  expect(found).toContain('Wien');
  expect(found.join()).not.toMatch(/Wien [MG]|Flugzeugen/u);
});

test('a measure is no mention, be it said ever so often', () => {
  const found = mentionedAfter('Seit Wochen geht es, Wochen lang, um Kalmar, um Kalmar.');
  expect(found).toContain('Kalmar');
  expect(found).not.toContain('Wochen');
});

test('measures and what is studied somewhere are no mentions, adjectives in capitals are of the name', () => {
  const found = ferry().mentions.map(({ text }) => text);
  expect(found).toContain('Norwegische Reederei');
  expect(found.join()).not.toMatch(/Prozent|Millionen|Geschichte/u);
});

test('what somebody thinks is quoted rather than how they came, in the marks of the language', () => {
  const { quotes, blurbs } = ferry();
  expect(quotes.map(({ text }) => text).join()).not.toContain('Ich bin tatsächlich');
  expect(blurbs.find(({ channel }) => channel === 'x')?.text).toMatch(/„[^“”]+“ – Jonas Brink/u);
});
