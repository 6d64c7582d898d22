import type { Person } from '../../../contract/published';
import { folded, plain } from '../../text/words';
import { isGenericLabel, nameParts, withoutNote } from '../people/speakers';
import type { Phrases } from '../reading/cues';
import {
  GUEST,
  HAS_BEEN,
  IS,
  SAYS_OF_NAMED,
  SELF_DESCRIPTION,
  SELF_INTRODUCTION,
  WELCOMES_YOU,
} from '../reading/cues/people';
import { type Evidence, type Fault, wordsAt } from './evidence';
import { verifyStatement } from './statements';

/** Labels are printed somewhere, the name is confirmed for them, and the introduction is about them. */
export function verifyPerson(part: string, person: Person, evidence: Evidence): readonly Fault[] {
  const { name, labels, introduction } = person;
  const missing = labels.find((label) => !evidence.speech.isPrinted(label));
  return [
    ...(missing === undefined ? [] : [{ part, message: `no turn is labelled "${missing}"` }]),
    ...(isConfirmed(name, labels, evidence)
      ? []
      : [{ part, message: `nothing says that ${labels.join(', ')} is "${name}"` }]),
    ...(introduction ? verifyStatement(`${part}.introduction`, introduction, evidence) : []),
    ...(introduction && !isAbout(person, evidence)
      ? [{ part, message: 'is introduced with what is said of somebody else' }]
      : []),
  ];
}

function isConfirmed(name: string, labels: readonly string[], evidence: Evidence): boolean {
  if (labels.some((label) => [label, withoutNote(label)].map(folded).includes(folded(name)))) return true;
  if (isStatedInFiles(name, labels, evidence)) return true;
  const { details, speech } = evidence;
  const isKnown = () => speech.isSaid(name) || details.some(({ value }) => value === name);
  const parts = nameParts(name);
  if (labels.some((label) => nameParts(label).some((own) => parts.includes(own)))) return isKnown();
  if (!labels.every(isGenericLabel)) return false;
  if (labels.some((label) => isInitialsOf(label, name)) && isKnown()) return true;
  const isTheirs = (spoken: string) => speech.isSaid(spoken, labels) || speech.isCalled(spoken, labels);
  if (speech.isSaid(name, labels) || (parts.some(isTheirs) && isKnown())) return true;
  return isAnnounced(name, labels, evidence) || isWelcomed(name, labels, evidence);
}

/** "My guest is <name>", says the only other one. */
function isAnnounced(name: string, labels: readonly string[], { turns }: Evidence): boolean {
  const others = turns.filter(({ speaker }) => !labels.includes(speaker));
  if (new Set(others.map(({ speaker }) => speaker)).size !== 1) return false;
  const announcements = phrasesOf(GUEST).map((phrase) => `${phrase} ${plain(name)}`);
  return others.some(({ text }) => announcements.some((announcement) => spokenWords(text).includes(announcement)));
}

/** "<name>, welcome to the show", says whoever speaks before their first turn. */
function isWelcomed(name: string, labels: readonly string[], { turns }: Evidence): boolean {
  const before = turns[turns.findIndex(({ speaker }) => labels.includes(speaker)) - 1];
  const said = spokenWords(before?.text ?? '').split(plain(name));
  const beside = [
    ...said.slice(0, -1).map((text) => text.slice(-NEAR)),
    ...said.slice(1).map((text) => text.slice(0, NEAR)),
  ];
  return beside.some((text) => phrasesOf(WELCOMES_YOU).some((phrase) => text.includes(phrase)));
}

/** Characters between a name and a welcome, and of the welcome. */
const NEAR = 60;

const spokenWords = (text: string): string => plain(text).replace(/[^\p{L}\p{N}'.-]+/gu, ' ');

/** `AL` for `Andres Löh`. */
const isInitialsOf = (label: string, name: string): boolean =>
  label.length > 1 &&
  label ===
    name
      .split(' ')
      .map((part) => part.charAt(0))
      .join('');

/** `show.aliases.INES`, `episode.edits.speakers.INES`, or a person with that label. */
function isStatedInFiles(name: string, labels: readonly string[], { details }: Evidence): boolean {
  return details.some((detail) => {
    if (detail.value !== name) return false;
    if (
      labels.some((label) => detail.name.endsWith(`.aliases.${label}`) || detail.name.endsWith(`.speakers.${label}`))
    ) {
      return true;
    }
    const person = /^(.*people\[\d+\])\.name$/u.exec(detail.name)?.[1];
    const isLabelOf = (other: string) => person !== undefined && other.startsWith(`${person}.labels`);
    return details.some(
      (other) => isLabelOf(other.name) && labels.some((label) => folded(label) === folded(String(other.value))),
    );
  });
}

/** It follows their name, "<name> is", "<name>. She is", or their own "I'm". */
function isAbout({ introduction, labels, name }: Person, evidence: Evidence): boolean {
  const [anchor] = introduction?.anchors ?? [];
  if (!anchor) return true;
  const before = wordsAt({ turn: anchor.turn, words: [Math.max(0, anchor.words[0] - 80), anchor.words[0]] }, evidence);
  const last = nameParts(before ?? '').at(-1) ?? '';
  const spoken = plain(before ?? '').trim();
  const named = ['', ...linksIn(spoken, introduction?.text ?? '')].map((link) =>
    nameParts(spoken.slice(0, spoken.length - link.length)).at(-1),
  );
  if (named.includes(nameParts(name).at(-1))) return true;
  const isOwn = labels.includes(evidence.turns[anchor.turn - 1]?.speaker ?? '');
  if (isOwn && nameParts(name).includes(last)) return true;
  return isOwn && [SELF_INTRODUCTION, SELF_DESCRIPTION].flatMap(phrasesOf).some((phrase) => spoken.endsWith(phrase));
}

/** The words between a name and what somebody is, or has been, that a text ends with: "is", ". She is", ". She" before "has". */
function linksIn(spoken: string, introduction: string): readonly string[] {
  const [verb = ''] = plain(introduction).split(' ', 1);
  const careers = phrasesOf(HAS_BEEN).flatMap((phrase) =>
    phrase.endsWith(` ${verb}`) ? [phrase.slice(0, -verb.length - 1)] : [],
  );
  return [...phrasesOf(IS), ...phrasesOf(SAYS_OF_NAMED), ...careers].filter((link) => spoken.endsWith(` ${link}`));
}

const phrasesOf = (cues: Phrases): readonly string[] => Object.values(cues).flat();
