import type { Details, TextDetail } from '../../details';
import type { Lexicon } from '../../text/lexicon';
import { folded } from '../../text/words';
import { type Grounded, groundedDetail, groundedWithin } from '../grounded';
import type { Reading, Sentence } from '../reading';
import { cuesIn } from '../reading/cues';
import { SELF_INTRODUCTION } from '../reading/cues/people';
import { type NameRun, nameRunAt } from '../reading/names';
import { announcedName, welcomedName } from './announced';
import { namesCalledIn } from './called';
import { isNameWith, type SaidNames, withoutTitles } from './said-names';
import { isAnybodysLabel, isGenericLabel, nameParts, type Speaker, withoutNote } from './speakers';

/** How early a speaker's own introduction comes, and how late: among this many of their first and last sentences. */
const [OWN_OPENING, OWN_CLOSING] = [12, 12];

/**
 * The fullest name that a file or the text confirms for a speaker, else the label as printed. A label that is no name
 * (`Speaker 1`) gets one only from a file, from the speaker's own introduction, or where the only other one calls them by
 * it: a wrong name is worse than none.
 */
export function nameOf(
  speaker: Speaker,
  others: readonly Speaker[],
  said: SaidNames,
  reading: Reading,
  details: Details,
): Grounded {
  const label = speaker.labels[0] ?? '';
  const bare = withoutNote(label);
  // Of two who have the same name, the notes tell who is who.
  const isShared = others.some(({ labels }) => labels.some((other) => withoutNote(other) === bare));
  const asPrinted: Grounded = {
    text: isShared ? label : bare,
    source: { kind: 'label', turn: reading.turnsOf.get(label)?.[0] ?? 0 },
  };
  const stated = nameInFiles(speaker, details);
  if (stated) return groundedDetail(stated);
  if (isAnybodysLabel(label)) return asPrinted;
  if (isGenericLabel(label)) {
    return (
      introducedName(speaker, said, reading, details) ??
      said.onlyNameWithInitials(label) ??
      calledName(others, said, reading) ??
      announcedName(label, others, reading) ??
      welcomedName(speaker, reading) ??
      asPrinted
    );
  }
  if (isShared) return asPrinted;
  if (nameParts(label).length > 1) return said.spellingOf(bare) ?? asPrinted;
  return (
    onlyDetailNamed(label, details) ??
    fullNameInOwnIntroduction(speaker, reading, label) ??
    said.fullNameWith(label, ({ speaker: by }) => speaker.labels.includes(by)) ??
    said.spellingOf(label) ??
    asPrinted
  );
}

function nameInFiles(speaker: Speaker, details: Details): TextDetail | undefined {
  const isOwn = (label: string) => speaker.labels.some((own) => folded(own) === folded(label));
  const alias = [...details.episode.edits.speakers, ...details.show.aliases].find(({ label }) => isOwn(label));
  if (alias) return alias.is;
  return details.episode.people.find(
    ({ name, labels }) => isOwn(name.value) || labels.some(({ value }) => isOwn(value)),
  )?.name;
}

/** The one person in the files whose first or last name it is. */
function onlyDetailNamed(name: string, details: Details): Grounded | undefined {
  const [part = ''] = nameParts(name);
  const named = [...details.episode.people.map((person) => person.name), ...details.show.hosts];
  const people = named.filter(({ value }) => nameParts(value)[0] === part || nameParts(value).at(-1) === part);
  const distinct = new Map(people.map((detail) => [folded(detail.value), detail]));
  const [only] = distinct.values();
  return distinct.size === 1 && only ? groundedDetail(only) : undefined;
}

/** A name, and the sentence with which somebody says that it is theirs. */
export interface SelfIntroduction {
  readonly sentence: Sentence;
  readonly run: NameRun;
}

/** The names with which somebody introduces themselves, in order: "I'm Ada Marsh". */
export function selfIntroductions(sentences: readonly Sentence[], lexicon: Lexicon): readonly SelfIntroduction[] {
  return sentences.flatMap((sentence) =>
    cuesIn(sentence, SELF_INTRODUCTION, lexicon.language).flatMap((end) => {
      const run = nameRunAt(sentence, end);
      return run && !isShow(run, sentence, lexicon) ? [{ sentence, run }] : [];
    }),
  );
}

/** The same in somebody's first sentences, and where they say goodbye: "I'm Ada Marsh." */
export function ownIntroductions(sentences: readonly Sentence[], lexicon: Lexicon): readonly SelfIntroduction[] {
  const closing = sentences.slice(OWN_OPENING).slice(-OWN_CLOSING);
  const isGoodbye = ({ sentence: { text }, run }: SelfIntroduction) =>
    CLOSES_WITH.test(text.slice(0, run.from)) && GOES_ON.test(text.slice(run.to));
  const isHello = ({ sentence, run: { at } }: SelfIntroduction) =>
    sentences.indexOf(sentence) < FIRST || sentence.words[at - 1]?.spelling.plain !== "it's";
  return [
    ...selfIntroductions(sentences.slice(0, OWN_OPENING), lexicon).filter(isHello),
    ...selfIntroductions(closing, lexicon).filter(isGoodbye),
  ];
}

/** "Hello, it's Ada Marsh": later, "it's Anna Karenina" is what somebody reads. */
const FIRST = 2;

/** What is said before a name of one's own, and before nothing that is told. */
const CLOSES_WITH =
  /^(?:(?:And|So|Again|Und|Y|Et),? )*(?:I['’]m|I am|My name is|[Mm]y name['’]s|[Ii]ch bin|[Mm]ein Name ist|[Ss]oy|[Mm]e llamo|[Jj]e suis|[Jj]e m['’]appelle) $/u;

/** "I'm Ada Marsh, good night", and not "I am King Lear, he said". */
const GOES_ON = /^(?:[.!]?$|, (?:and|good|thank|see|bye|your|until|und|bis|tschüss|y|hasta|et|à) ?)/u;

/** The full names with which voices that no label names introduce themselves. */
export function namesOfUnlabelled({ sentences, lexicon }: Reading): readonly string[] {
  const unlabelled = sentences.filter(({ speaker }) => speaker === '');
  const introductions = ownIntroductions(unlabelled, lexicon);
  return introductions.filter(({ run }) => run.words.length > 1).map(({ run }) => run.text);
}

/** "This is Harbour Lights": ordinary words behind "this is" are what the show is called. */
function isShow({ words, at }: NameRun, sentence: Sentence, lexicon: Lexicon): boolean {
  const [before, last] = [at - 2, at - 1].map((index) => sentence.words[index]?.spelling.plain);
  const isThis = last === "it's" || (before === 'this' && last === 'is');
  return isThis && words.every(({ text }) => lexicon.isCommonNoun(text) || lexicon.isStopWord(text));
}

function introducedName(speaker: Speaker, said: SaidNames, reading: Reading, details: Details): Grounded | undefined {
  const [first] = ownIntroductions(speaker.sentences, reading.lexicon);
  if (!first) return undefined;
  const run = withoutTitles(first.run);
  const asSaid = groundedWithin(first.sentence, run.from, run.to);
  if (run.words.length > 1) return asSaid;
  if (reading.lexicon.isCommonNoun(run.text)) return undefined;
  return onlyDetailNamed(run.text, details) ?? said.onlyNameBeginning(run.text, speaker.labels[0] ?? '') ?? asSaid;
}

/** How often the other of two people has to call somebody by a first name, where the full one is not brought in. */
const OFTEN = 2;

/**
 * What the other of two people calls somebody, and nobody else, in full where that is said; of three people nobody can
 * tell who is meant.
 */
function calledName(others: readonly Speaker[], said: SaidNames, reading: Reading): Grounded | undefined {
  const [other, third] = others;
  if (!other || third) return undefined;
  const called = namesCalledIn(other.sentences, reading);
  const [broughtIn, ...more] = called.flatMap(({ name }) => said.onlyNameBroughtIn(name) ?? []);
  if (broughtIn) return more.length === 0 ? broughtIn : undefined;
  const [often, ...rest] = called.filter(({ count }) => count >= OFTEN);
  if (!often || rest.length > 0) return undefined;
  return said.onlyNameBeginning(often.name, '') ?? groundedWithin(often.sentence, often.from, often.to);
}

function fullNameInOwnIntroduction(speaker: Speaker, reading: Reading, label: string): Grounded | undefined {
  const introductions = ownIntroductions(speaker.sentences, reading.lexicon);
  for (const { sentence, run } of introductions) {
    const name = withoutTitles(run);
    if (name.words.length > 1 && isNameWith(name, label)) return groundedWithin(sentence, name.from, name.to);
  }
  return undefined;
}
