import type { Blurb, Chapter, Mention, Quote, Statement } from '../../../contract/published';
import type { Details, Hide, Replacement, TextDetail } from '../../details';
import { lengthIn } from '../../text/channel-length';
import { folded } from '../../text/words';
import type { Warning } from '../../transcript';
import type { WrittenNotes } from '..';
import { brokenLimit } from '../blurbs/channels';
import { glossaryEntryOf } from '../mentions/glossary';
import type { Reading } from '../reading';
import { type Place, placeFinder } from './edit-anchors';
import { type Warn, withoutHidden, withoutMention } from './hidden';
import { warnOfUnsaid } from './unsaid';

/** An edit by its key in the episode file, such as `edits.summary`. */
const keyOf = ({ name }: TextDetail): string => name.slice('episode.'.length);

const EDIT_IN_WARNING = /^(edits\S*) \(line \d+ of the episode file\): /u;

/** The keys of the edits that the warnings tell of, each once. */
export const conflictingEdits = (warnings: readonly Pick<Warning, 'message'>[]): readonly string[] => [
  ...new Set(warnings.flatMap(({ message }) => EDIT_IN_WARNING.exec(message)?.[1] ?? [])),
];

/** Puts the producer's edits over what the writer wrote, blurbs aside, for they are made of what it says then; an edit that no longer fits the transcript is a warning. */
export function withEdits<Notes extends Omit<WrittenNotes, 'blurbs'>>(
  notes: Notes,
  details: Details,
  reading: Reading,
): Notes {
  const { edits } = details.episode;
  const warnings: Warning[] = [];
  const warn = warningInto(warnings);
  const placeOf = placeFinder(reading);
  const without = <Said extends { readonly text: string }>(what: string, said: readonly Said[], { hide }: Hide) =>
    withoutHidden(what, said, hide, ({ text }) => text, reading, warn);
  const named = [...notes.people.map(({ name }) => name), ...notes.mentions.map(({ text }) => text)];
  warnOfUnsaid(ownWords(details), reading, details, named, warn);
  for (const { label, is } of edits.speakers) {
    if (!reading.turnsOf.has(label)) warn(is, `no turn is labelled "${label}"; correct the label`);
  }
  return {
    ...notes,
    summary: replaced(notes.summary, edits.summary, warn, belowStandfirst(notes)),
    standfirst: replaced(notes.standfirst, edits.standfirst, warn),
    chapters: edits.chapters.reduce(
      (chapters, edit) => withChapter(chapters, edit, placeOf, reading, warn),
      withoutHidden('chapter', notes.chapters, edits.hiddenChapters, titleOf, reading, warn),
    ),
    quotes: withAdded(
      without('quote', notes.quotes, edits.quotes),
      edits.quotes.add.flatMap((quote) => addedQuote(quote, placeOf, reading, warn)),
    ),
    mentions: [
      ...edits.mentions.add.flatMap((mention) => addedMention(mention, notes.mentions, details, reading, warn)),
      ...edits.mentions.hide.reduce(
        (mentions, hidden) => withoutMention(mentions, hidden, reading, warn),
        notes.mentions,
      ),
    ],
    keyPoints: without('key point', notes.keyPoints, edits.keyPoints),
    questions: without('question', notes.questions, edits.questions),
    signOff: without('sentence of the sign-off', notes.signOff, edits.signOff),
    warnings: [...notes.warnings, ...warnings],
  };
}

/** Puts the producer's blurbs in the place of the writer's, with a warning where one does not fit. */
export function withBlurbEdits(
  blurbs: readonly Blurb[],
  { episode: { edits } }: Details,
): { readonly blurbs: readonly Blurb[]; readonly warnings: readonly Warning[] } {
  const warnings: Warning[] = [];
  const edited = blurbs.map((blurb) =>
    editedBlurb(
      blurb,
      edits.blurbs.find(({ channel }) => channel === blurb.channel),
      warningInto(warnings),
    ),
  );
  return { blurbs: edited, warnings };
}

/** What the producer wrote themselves, in sentences. */
const ownWords = ({ episode: { edits } }: Details): readonly TextDetail[] =>
  [edits.summary, edits.standfirst, ...edits.blurbs].flatMap((edit) => edit?.text ?? []);

const warningInto =
  (warnings: Warning[]): Warn =>
  (detail, message) => {
    warnings.push({ message: `${keyOf(detail)} (line ${detail.line} of the episode file): ${message}` });
  };

/** A summary that begins with the standfirst, as a page shows it below that. */
const belowStandfirst = ({ summary, standfirst }: Pick<WrittenNotes, 'summary' | 'standfirst'>): string =>
  summary.text.startsWith(standfirst.text) ? summary.text.slice(standfirst.text.length).trim() : summary.text;

/** `shown` is how a page shows it, where that is not the whole. */
function replaced(
  statement: Statement,
  edit: Replacement | undefined,
  warn: Warn,
  shown: string = statement.text,
): Statement {
  if (!edit) return statement;
  if (edit.was?.value !== shown) warnIfChanged(statement.text, edit, warn);
  return { text: edit.text.value, kind: 'composed', anchors: [], edited: true };
}

/** An edit that notes what it replaced conflicts with a writer who now writes something else. */
function warnIfChanged(derived: string, { text, was }: Replacement, warn: Warn): void {
  if (was && was.value !== derived) {
    warn(text, `it was made on "${was.value}", but the writer now writes "${derived}"; the edit stays`);
  }
}

/** So many times the limit. */
const FAR_TOO_LONG = 20;

function editedBlurb(
  blurb: Blurb,
  edit: (Replacement & { readonly channel: Blurb['channel'] }) | undefined,
  warn: Warn,
): Blurb {
  if (!edit) return blurb;
  const { channel, limit, unit } = blurb;
  const text = edit.text.value;
  // Counting looks for addresses; a text that is far too long needs no exact count.
  const isFarTooLong = text.length > FAR_TOO_LONG * limit;
  const broken = isFarTooLong ? { limit, unit, length: text.length } : brokenLimit(channel, text);
  if (broken) {
    warn(
      edit.text,
      `${channel} allows ${broken.limit} (${broken.unit}), but the text has ${broken.length}; the writer's own text is published`,
    );
    return blurb;
  }
  warnIfChanged(blurb.text, edit, warn);
  return { channel, text, length: lengthIn(unit, text), limit, unit, edited: true };
}

const titleOf = ({ title }: Chapter): string => title;

type PlaceOf = (words: string) => Place | undefined;

const startTimeAt = (turn: number, { turns }: Reading): { startTime?: number } => {
  const startTime = turns[turn - 1]?.startTime;
  return startTime === undefined ? {} : { startTime };
};

function withChapter(
  chapters: readonly Chapter[],
  { at, title }: Details['episode']['edits']['chapters'][number],
  placeOf: PlaceOf,
  reading: Reading,
  warn: Warn,
): readonly Chapter[] {
  const place = placeOf(at.value);
  if (!place) {
    warn(at, `no turn says "${at.value}" any more, so the chapter "${title.value}" has no place; correct its words`);
    return chapters;
  }
  const { turn } = place.anchor;
  if (!place.isExact) {
    warn(at, `no turn says "${at.value}" any more; turn ${turn} nearly does, and the chapter stays there`);
  }
  const chapter: Chapter = {
    title: title.value,
    turn,
    anchors: [place.anchor],
    edited: true,
    ...startTimeAt(turn, reading),
  };
  return [...chapters.filter((other) => other.turn !== turn), chapter].sort((a, b) => a.turn - b.turn);
}

/** The quote in the words of the turn that says it, or nearly says it: nobody is quoted with others than their own. */
function addedQuote(quote: TextDetail, placeOf: PlaceOf, reading: Reading, warn: Warn): readonly Quote[] {
  const place = placeOf(quote.value);
  if (!place) {
    warn(quote, `no turn says "${quote.value}" word for word; the quote is not published until it does`);
    return [];
  }
  const { turn, words } = place.anchor;
  const { speaker = '', text: said = '' } = reading.turns[turn - 1] ?? {};
  const text = said.slice(...words);
  if (!place.isExact) {
    warn(
      quote,
      `no turn says "${quote.value}" word for word; turn ${turn} nearly does, and is quoted as it says it: "${text}"`,
    );
  }
  return [{ text, speaker, turn, words, edited: true, ...startTimeAt(turn, reading) }];
}

/** In the order of the conversation, the same words once: the producer's choice, and of several edits the first. */
function withAdded(quotes: readonly Quote[], added: readonly Quote[]): readonly Quote[] {
  const chosen: Quote[] = [];
  for (const quote of [...added, ...quotes]) if (!chosen.some((other) => overlap(quote, other))) chosen.push(quote);
  return chosen.sort((a, b) => a.turn - b.turn || a.words[0] - b.words[0]);
}

const overlap = (a: Quote, b: Quote): boolean =>
  a.turn === b.turn && a.words[0] < b.words[1] && b.words[0] < a.words[1];

function addedMention(
  term: TextDetail,
  known: readonly Mention[],
  details: Details,
  { turns }: Reading,
  warn: Warn,
): readonly Mention[] {
  if (known.some(({ variants }) => variants.includes(term.value))) return [];
  const turnsWith = (isSaidIn: (text: string) => boolean) =>
    turns.flatMap(({ text }, index) => (isSaidIn(text) ? [index + 1] : []));
  const exact = turnsWith((text) => text.includes(term.value));
  const wanted = folded(term.value);
  const saying = exact.length > 0 ? exact : turnsWith((text) => folded(text).includes(wanted));
  if (saying.length === 0) {
    warn(term, `no turn says "${term.value}"; the mention is not published until one does`);
    return [];
  }
  if (exact.length === 0) {
    warn(
      term,
      `no turn says "${term.value}"; turn ${saying[0]} spells it otherwise, and the mention stays as you wrote it`,
    );
  }
  const url = glossaryEntryOf(term.value, details)?.link?.value;
  return [
    {
      text: term.value,
      variants: [term.value],
      turns: saying,
      count: saying.length,
      edited: true,
      ...(url !== undefined && { url }),
    },
  ];
}
