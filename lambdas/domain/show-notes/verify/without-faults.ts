import type { PublishedWarning, ShowNotes, Statement, TurnsDocument } from '../../../contract/published';
import { countWords, wordsOf } from '../../text/words';
import { type Fault, type PublishedDocuments, verifyShowNotes } from '.';

type Notes = PublishedDocuments['showNotes'];

/** Parts that are lists: a member that fails is left out. */
const LISTS = [
  'keyPoints',
  'signOff',
  'people',
  'chapters',
  'questions',
  'quotes',
  'mentions',
  'links',
  'blurbs',
] as const;
/** Dropping one part can take the ground from another; more rounds than that means that nothing helps. */
const MAX_ROUNDS = 10;
const MAX_WORDS = 60;
/** Letters in which they are looked for. */
const LONGEST_OPENING = 2000;

export interface Checked {
  readonly showNotes: Notes;
  /** One for each part that was left out. */
  readonly warnings: readonly PublishedWarning[];
}

/**
 * The show notes without anything that does not hold. A summary or standfirst that fails gives way to the transcript's
 * first words. Throws where a fault is in what cannot be left out: such notes must not be published.
 */
export function withoutFaults({ showNotes, turns, details }: PublishedDocuments): Checked {
  let kept = showNotes;
  const warnings: PublishedWarning[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const faults = verifyShowNotes({ showNotes: kept, turns, details });
    if (faults.length === 0) return { showNotes: kept, warnings };
    warnings.push(
      ...faults.map(({ part, message }) => ({ message: `left out of the show notes: ${part}: ${message}` })),
    );
    kept = leaveOut(kept, faults, turns);
  }
  throw new Error(`the show notes cannot be verified: ${warnings.at(-1)?.message}`);
}

function leaveOut(showNotes: Notes, faults: readonly Fault[], turns: TurnsDocument): Notes {
  // `quotes[2] {speaker}` and `people[0].introduction` are faults of `quotes[2]` and `people[0]`.
  const parts = new Set(faults.map(({ part }) => part.split(/[. ]/u, 1)[0]));
  const isAtFault = (name: string) => parts.has(name);
  const lists = LISTS.map((name) => [
    name,
    (showNotes[name] as readonly unknown[]).filter((_, index) => !isAtFault(`${name}[${index}]`)),
  ]);
  const opening = (name: 'summary' | 'standfirst'): Statement =>
    isAtFault(name) ? firstWords(turns) : showNotes[name];
  return {
    ...showNotes,
    ...(Object.fromEntries(lists) as Partial<ShowNotes>),
    summary: opening('summary'),
    standfirst: opening('standfirst'),
  };
}

/** At most the first sixty words of the first paragraph that is said. */
function firstWords({ turns }: TurnsDocument): Statement {
  const paragraph = turns[0]?.text.split('\n\n')[0] ?? '';
  const words = wordsOf(paragraph.slice(0, LONGEST_OPENING), 'und').slice(0, MAX_WORDS);
  while (countWords(paragraph.slice(0, words.at(-1)?.to ?? 0)) > MAX_WORDS) words.pop();
  const to = words.at(-1)?.to ?? Math.min(paragraph.length, 1);
  return { text: paragraph.slice(0, to), kind: 'verbatim', anchors: [{ turn: 1, words: [0, to] }] };
}
