import type { Blurb, Chapter, Mention, Quote, Statement } from '../../contract/published';
import type { Details, Replacement, TextDetail } from '../details';
import { lengthIn } from '../text/channel-length';
import type { Warning } from '../transcript';
import type { WrittenNotes } from './index';
import type { Reading } from './reading';

type Warn = (detail: TextDetail, message: string) => void;

/** An edit by its key in the episode file, such as `edits.summary`. */
const keyOf = ({ name }: TextDetail): string => name.slice('episode.'.length);

const EDIT_IN_WARNING = /^(edits\S*) \(line \d+ of the episode file\): /u;

/** The keys of the edits of which the warnings tell that they no longer fit. */
export const conflictingEdits = (warnings: readonly Pick<Warning, 'message'>[]): readonly string[] =>
  warnings.flatMap(({ message }) => EDIT_IN_WARNING.exec(message)?.[1] ?? []);

/** Puts the producer's edits over what the writer wrote; an edit that no longer fits the transcript is a warning. */
export function withEdits(notes: WrittenNotes, { episode: { edits } }: Details, reading: Reading): WrittenNotes {
  const warnings: Warning[] = [];
  const warn: Warn = (detail, message) => {
    warnings.push({ message: `${keyOf(detail)} (line ${detail.line} of the episode file): ${message}` });
  };
  return {
    ...notes,
    summary: replaced(notes.summary, edits.summary, warn),
    standfirst: replaced(notes.standfirst, edits.standfirst, warn),
    chapters: edits.chapters.reduce((chapters, edit) => withChapter(chapters, edit, reading, warn), notes.chapters),
    quotes: [
      ...notes.quotes.filter(({ text }) => !isHidden(text, edits.quotes.hide)),
      ...edits.quotes.add.flatMap((quote) => addedQuote(quote, reading, warn)),
    ].sort((a, b) => a.turn - b.turn || a.words[0] - b.words[0]),
    mentions: [
      ...edits.mentions.add.flatMap((mention) => addedMention(mention, notes.mentions, reading, warn)),
      ...notes.mentions.filter(({ variants }) => !variants.some((variant) => isHidden(variant, edits.mentions.hide))),
    ],
    blurbs: notes.blurbs.map((blurb) =>
      editedBlurb(
        blurb,
        edits.blurbs.find(({ channel }) => channel === blurb.channel),
        warn,
      ),
    ),
    warnings: [...notes.warnings, ...warnings],
  };
}

function replaced(statement: Statement, edit: Replacement | undefined, warn: Warn): Statement {
  if (!edit) return statement;
  warnIfChanged(statement.text, edit, warn);
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
  const length = text.length > FAR_TOO_LONG * limit ? text.length : lengthIn(unit, text);
  if (length > limit) {
    warn(
      edit.text,
      `${channel} allows ${limit} (${unit}), but the text has ${length}; the writer's own text is published`,
    );
    return blurb;
  }
  warnIfChanged(blurb.text, edit, warn);
  return { channel, text, length, limit, unit, edited: true };
}

/** The first turn that says the words, from 1; 0 where none does. */
const turnSaying = (words: string, { turns }: Reading): number =>
  turns.findIndex(({ text }) => text.includes(words)) + 1;

function withChapter(
  chapters: readonly Chapter[],
  { at, title }: Details['episode']['edits']['chapters'][number],
  reading: Reading,
  warn: Warn,
): readonly Chapter[] {
  const turn = turnSaying(at.value, reading);
  if (turn === 0) {
    warn(at, `no turn says "${at.value}" any more, so the chapter "${title.value}" has no place; correct its words`);
    return chapters;
  }
  const startTime = reading.turns[turn - 1]?.startTime;
  const from = reading.turns[turn - 1]?.text.indexOf(at.value) ?? 0;
  const anchors = [{ turn, words: [from, from + at.value.length] as const }];
  const chapter: Chapter = {
    title: title.value,
    turn,
    anchors,
    edited: true,
    ...(startTime !== undefined && { startTime }),
  };
  return [...chapters.filter((other) => other.turn !== turn), chapter].sort((a, b) => a.turn - b.turn);
}

const isHidden = (text: string, hide: readonly TextDetail[]): boolean => hide.some(({ value }) => value === text);

function addedQuote(quote: TextDetail, reading: Reading, warn: Warn): readonly Quote[] {
  const turn = turnSaying(quote.value, reading);
  const said = reading.turns[turn - 1];
  if (!said) {
    warn(quote, `no turn says "${quote.value}" word for word; the quote is not published until it does`);
    return [];
  }
  const from = said.text.indexOf(quote.value);
  const words = [from, from + quote.value.length] as const;
  const { speaker, startTime } = said;
  return [{ text: quote.value, speaker, turn, words, edited: true, ...(startTime !== undefined && { startTime }) }];
}

function addedMention(term: TextDetail, known: readonly Mention[], { turns }: Reading, warn: Warn): readonly Mention[] {
  if (known.some(({ variants }) => variants.includes(term.value))) return [];
  const saying = turns.flatMap(({ text }, index) => (text.includes(term.value) ? [index + 1] : []));
  if (saying.length === 0) {
    warn(term, `no turn says "${term.value}"; the mention is not published until one does`);
    return [];
  }
  return [{ text: term.value, variants: [term.value], turns: saying, count: saying.length, edited: true }];
}
