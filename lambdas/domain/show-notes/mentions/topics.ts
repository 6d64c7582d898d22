import { addressesIn } from '../../text/addresses';
import { wordSet } from '../../text/word-set';
import { type Grounded, groundedWithin } from '../grounded';
import type { CastMember } from '../people';
import { guestsAnnouncedIn } from '../people/announced';
import { namesOfUnlabelled } from '../people/person-names';
import type { Reading } from '../reading';
import { isCount } from '../reading/counts';
import { type NounPhrase, nounPhrasesIn } from '../reading/noun-phrases';
import type { Phrase } from '../reading/phrases';
import type { Announced } from '../statements/moderation';
import type { NamedThing } from '.';
import { asUsuallySaid } from './usual-form';

const MOST = 6;
/** How often a single word that is announced must be said, and in how many turns a name that introduces somebody. */
const LEAST_SAID = 3;

/**
 * What the episode is about, in a few words each: what is said often of that which the title, the introduction or a host
 * who leads to it announces, the things that it names most and its best phrases, and last whoever is only named. Nobody of
 * `cast`, for whoever speaks is named before the topics, and not what somebody is introduced with ("who runs the lab at
 * Norwell University"). Only what is said as a name of something is one, and as the whole name; nothing that has a
 * `hidden` mention in it.
 */
export function topicsOf(
  named: readonly NamedThing[],
  phrases: readonly Phrase[],
  cast: readonly CastMember[],
  { isAnnounced, isLedTo }: Announced,
  reading: Reading,
  hidden: readonly string[],
): readonly Grounded[] {
  const { language } = reading.lexicon;
  const nameOf = namesOfThings(reading);
  const saysOften = ({ stems, count }: Phrase) => count >= (stems.length > 1 ? 2 : LEAST_SAID);
  const announced = phrases.filter((each) => saysOften(each) && each.stems.every(isAnnounced)).flatMap(nameOf);
  const ledTo = new Set(phrases.filter((each) => saysOften(each) && each.stems.every(isLedTo)).flatMap(nameOf));
  const introductions = cast.flatMap(({ person }) => person.introduction?.text ?? []);
  const isAffiliation = ({ mention: { turns, text } }: NamedThing) =>
    turns.length < LEAST_SAID && introductions.some((introduction) => hasWhole(introduction, text));
  const affiliations = named.filter(isAffiliation).map(({ mention }) => mention.text);
  const again = named.filter(({ mention }) => mention.turns.length > 1);
  const things = again.filter(({ isSomebody }) => !isSomebody).map(({ grounded }) => grounded);
  const people = again.filter(({ isSomebody }) => isSomebody).map(({ grounded }) => grounded);
  const spoken = phrases.filter(({ stems, count }) => stems.length > 1 && count > 1).flatMap(nameOf);
  const isPerson = ({ text }: Grounded) => people.some((person) => hasWhole(person.text, text));
  const ranked = [
    ...announced.slice(0, 1),
    ...ledTo,
    ...announced.slice(1, 3),
    ...things.slice(0, 2),
    ...spoken.filter((each) => !isPerson(each)),
    ...things.slice(2),
    ...announced.slice(3),
    ...people,
  ];
  const topics: Grounded[] = [];
  // Whoever is announced is here, whatever their label is.
  const announcedGuests = guestsAnnouncedIn(reading.sentences, reading).map(({ text }) => text);
  const inCast = cast.flatMap(({ person }) => [person.name, ...person.labels]);
  const names = new Set([...inCast, ...announcedGuests, ...namesOfUnlabelled(reading)].flatMap(wordsIn));
  const isSpeaker = ({ text }: Grounded) => wordsIn(text).some((word) => names.has(word));
  const isOfIntroduction = ({ text }: Grounded) => affiliations.some((affiliation) => hasWhole(affiliation, text));
  // German adjectives have the case of where they stand: "über neuer Schlafwagen".
  const isInflected = ({ text }: Grounded) => language === 'de' && /(?:^|\s)\p{Ll}/u.test(text);
  const isHidden = ({ text }: Grounded) => hidden.some((mention) => hasWhole(text, mention));
  const isNone = (each: Grounded) => saysNothing(each.text, language) || isParticiple(each, reading);
  const candidates = ranked.filter(
    (each) => ![isSpeaker, isOfIntroduction, isInflected, isHidden, isNone].some((excludes) => excludes(each)),
  );
  const isBare = (each: Grounded) => isBareWord(each.text, reading) && !ledTo.has(each) && !announced.includes(each);
  const [bare, telling] = [candidates.filter(isBare), candidates.filter((each) => !isBare(each))];
  for (const topic of [...telling, ...bare]) {
    const isNew = topics.every(({ text }) => !overlaps(text, topic.text));
    if (isNew) topics.push(topic);
  }
  const said = asUsuallySaid(topics.slice(0, MOST), reading);
  return said.filter(
    ({ text }, index) => !saysNothing(text, language) && said.findIndex((other) => other.text === text) === index,
  );
}

/** What every episode is, and who and what is in every talk. */
const NOTHING: ReadonlySet<string> = wordSet(
  'question questions answer answers thing things stuff guest guests host hosts listener listeners topic topics ' +
    'frage fragen antwort antworten thema themen gast gäste pregunta preguntas respuesta respuestas tema temas ' +
    'réponse réponses sujet sujets invité invités ' +
    'podcast podcasts episode episodes show shows folge folgen sendung episodio episodios épisode épisodes',
);

/** What people do in every episode; "public speaking" and "chat encryption" are subjects. */
const TALKING: ReadonlySet<string> = wordSet(
  'talking talk talks speaking chatting chat discussing discussion discussions conversation conversations ' +
    'gespräch gespräche reden conversación conversaciones charla charlas',
);

/** By themselves they say when, and not what. */
const TIMES: ReadonlySet<string> = wordSet(
  'day days week weeks month months year years morning evening afternoon night nights hour hours minute minutes ' +
    'tag tage woche wochen monat monate jahr jahre morgen abend nachmittag nacht nächte stunde stunden minute minuten ' +
    'día días semana semanas mes meses año años mañana tarde noche noches hora horas minuto minutos ' +
    'jour jours semaine semaines mois année années matin soir nuit nuits heure heures',
);

/** "the podcast", "the morning", "thousand euro", "forty minutes" and an address tell nobody what an episode is about. */
const saysNothing = (text: string, language: string): boolean =>
  addressesIn(text).length > 0 ||
  wordsIn(text).some((word) => NOTHING.has(word)) ||
  wordsIn(text).every((word) => TALKING.has(word)) ||
  (wordsIn(text).length <= 2 && TIMES.has(wordsIn(text).at(-1) ?? '')) ||
  text.split(/[\s-]+/u).some((word) => isCount(word, language));

/** How rare a single word must be to say by itself what an episode is about. */
const TELLING_RARITY = 0.72;

/** "Banned them?": a word that only says that something was done; "seabed" is no form of a verb. */
function isParticiple({ text }: Grounded, { lexicon }: Reading): boolean {
  if (lexicon.language !== 'en' || !/^\p{Ll}+ed$/u.test(text)) return false;
  const base = text.slice(0, -2).replace(/([^aeiou])\1$/u, '$1');
  return [text.slice(0, -1), text.slice(0, -2), base].some((verb) => lexicon.rarityOf(verb) < 1);
}

/** "talk" says nothing; "refactoring" does, and so does a name. */
const isBareWord = (text: string, { lexicon }: Reading): boolean =>
  (lexicon.language === 'de' ? /^\p{L}+$/u : /^\p{Ll}+$/u).test(text) && lexicon.rarityOf(text) < TELLING_RARITY;

/** How much of what is said of a word must be in a longer name for that to be what is meant, and as a name at all. */
const [USUALLY_LONGER, USUALLY_NAMED] = [0.25, 0.2];

/** From a phrase to the name that it is, or that it is said in; to none where it is said otherwise. */
function namesOfThings(reading: Reading): (phrase: Phrase) => readonly Grounded[] {
  const names = new Map<string, { readonly name: NounPhrase; count: number }>();
  for (const sentence of reading.sentences) {
    for (const name of nounPhrasesIn(sentence, reading)) {
      const known = names.get(name.key);
      if (known) known.count += 1;
      else names.set(name.key, { name, count: 1 });
    }
  }
  const longer = new Map<string, { readonly name: NounPhrase; count: number }>();
  for (const each of names.values()) {
    if (each.name.content.length !== 2 || each.name.to - each.name.from !== 2) continue;
    for (const { spelling } of each.name.content) {
      if (each.count > (longer.get(spelling.stem)?.count ?? 1)) longer.set(spelling.stem, each);
    }
  }
  return ({ stems, count, grounded }) => {
    const inLonger = stems.length === 1 ? longer.get(stems[0] ?? '') : undefined;
    if (inLonger && inLonger.count >= USUALLY_LONGER * count) return [groundedName(inLonger.name)];
    const known = names.get(stems.join(' '));
    return known && known.count >= USUALLY_NAMED * count ? [grounded] : [];
  };
}

function groundedName({ sentence, from, to }: NounPhrase): Grounded {
  return groundedWithin(sentence, sentence.words[from]?.from ?? 0, sentence.words[to - 1]?.to ?? 0);
}

/** Whether a text has another one and not only as a part of a word: "Schlafwagenschaffner" has no "Schlafwagen". */
const hasWhole = (text: string, part: string): boolean =>
  ` ${wordsIn(text).join(' ')} `.includes(` ${wordsIn(part).join(' ')} `);

const wordsIn = (text: string): readonly string[] =>
  text.toLowerCase().match(/[^\s,.;:!?]+(?:\.[^\s,.;:!?]+)*/gu) ?? [];

/** Whether they have a word in common, perhaps in another form: `Wärmepumpe` and `Wärmepumpen`. */
function overlaps(a: string, b: string): boolean {
  return wordsIn(a).some((word) => wordsIn(b).some((other) => word === other || isFormOf(word, other)));
}

const isFormOf = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.length - short.length <= Math.max(2, short.length / 2) && long.startsWith(short);
};
