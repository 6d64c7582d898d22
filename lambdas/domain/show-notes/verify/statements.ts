import type { Anchor, Composition, Slot, Statement } from '../../../contract/published';
import { plain, wordsOf } from '../../text/words';
import { clock } from '../blurbs/clock';
import { isMadeOfFixedWords } from '../fixed-words';
import { shownIn } from '../grounded';
import { withoutNote } from '../people/speakers';
import { mayBeSaidAgain } from '../statements/clean-up';
import { ASIDES, FILLERS } from '../statements/droppable';
import { type Evidence, type Fault, verifyAnchored, verifyEdit, wordsAt } from './evidence';

/** A verbatim statement is its anchored words, a trimmed one loses only fillers, a composed one is its template filled. */
export function verifyStatement(part: string, statement: Statement, evidence: Evidence): readonly Fault[] {
  if (statement.edited) return verifyEdit(part, statement.text, part, evidence);
  switch (statement.kind) {
    case 'verbatim':
      return verifyVerbatim(part, statement, evidence);
    case 'trimmed':
      return verifyTrimmed(part, statement, evidence);
    case 'composed':
      if (!statement.composition) return [{ part, message: 'is composed, but does not say of what' }];
      return verifyComposition(part, statement.text, statement.composition, evidence);
  }
}

function verifyVerbatim(part: string, { text, anchors }: Statement, evidence: Evidence): readonly Fault[] {
  const [anchor, ...more] = anchors;
  if (!anchor || more.length > 0) return [{ part, message: 'is verbatim and so needs exactly one anchor' }];
  return verifyAnchored(part, text, anchor, evidence);
}

function verifyTrimmed(part: string, { text, anchors }: Statement, evidence: Evidence): readonly Fault[] {
  const said = anchors.map((anchor) => wordsAt(anchor, evidence) ?? '').join('');
  if (said !== text) return [{ part, message: `says "${text}", but its anchored parts say "${said}"` }];
  return anchors.slice(1).flatMap((anchor, index) => verifyGap(part, anchors[index] as Anchor, anchor, evidence));
}

/** Between two anchored parts stand only fillers, asides and words that are said again right after. */
function verifyGap(part: string, left: Anchor, right: Anchor, evidence: Evidence): readonly Fault[] {
  const gap = { turn: left.turn, words: [left.words[1], right.words[0]] as const };
  const dropped = left.turn === right.turn ? wordsAt(gap, evidence) : undefined;
  if (dropped === undefined) return [{ part, message: 'its parts do not follow each other in one turn' }];
  const words = wordsOf(dropped, 'en').map(({ text }) => text);
  const [next] = wordsOf(wordsAt(right, evidence) ?? '', 'en');
  if (isDroppable(words, next?.text ?? '')) return [];
  return [{ part, message: `leaves out "${dropped.trim()}", which is no filler` }];
}

const DROPPABLE = [FILLERS, ASIDES].flatMap((phrases) => Object.values(phrases).flat()).map((each) => each.split(' '));
const FILLING: ReadonlySet<string> = new Set(Object.values(FILLERS).flat());

/** More words than these are not left out of one place: no trimmed statement has as many. */
const MOST_DROPPED = 40;

/** Whether words before `next` are fillers and asides, one after the other, and words that are said again behind those. */
function isDroppable(words: readonly string[], next: string): boolean {
  if (words.length > MOST_DROPPED) return false;
  // "an ER nurse"
  const all = [...words, next].map((word) => (FILLING.has(plain(word)) ? word : plain(word)));
  /** By place: whether all from there on may go, and where one comes to behind fillers and asides alone. */
  const mayGo: boolean[] = [];
  const reached: ReadonlySet<number>[] = [];
  mayGo[words.length] = true;
  reached[words.length] = new Set([words.length]);
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const fits = (phrase: readonly string[]) =>
      at + phrase.length <= words.length && phrase.every((word, index) => all[at + index] === word);
    const ends = DROPPABLE.filter(fits).map(({ length }) => at + length);
    const isSaidAgain = [...(reached[at + 1] ?? [])].some(
      (other) => all[other] === all[at] && (other > at + 1 || mayBeSaidAgain(words[at] ?? '')),
    );
    mayGo[at] = ends.some((end) => mayGo[end]) || (isSaidAgain && mayGo[at + 1] === true);
    reached[at] = new Set([at, ...ends.flatMap((end) => [...(reached[end] ?? [])])]);
  }
  return mayGo[0] === true;
}

/**
 * The template's own words are known ones, every slot stands where it says, and together they are the text. Before a slot
 * called `continuation1` only fillers are left out.
 */
export function verifyComposition(
  part: string,
  text: string,
  { template, slots }: Composition,
  evidence: Evidence,
  written: (slotText: string) => string = (slotText) => slotText,
): readonly Fault[] {
  const pieces = template.split(/\{([A-Za-z]+\d*)\}/u);
  const literals = pieces.filter((_, index) => index % 2 === 0);
  const names = pieces.filter((_, index) => index % 2 === 1);
  const unknown = literals.find((literal) => !isMadeOfFixedWords(literal));
  const filled = pieces
    .map((piece, index) => (index % 2 === 0 ? piece : written(shownIn(piece, slots[piece]?.text ?? ''))))
    .join('');
  return [
    ...(unknown === undefined ? [] : [{ part, message: `"${unknown}" is none of the writer's fixed words` }]),
    ...(filled === text ? [] : [{ part, message: `says "${text}", but its template says "${filled}"` }]),
    ...names.flatMap((name) => verifySlot(`${part} {${name}}`, name, slots[name], evidence)),
    ...names.flatMap((name, index) => {
      if (!/^continuation\d+$/u.test(name)) return [];
      const [left, right] = [slots[names[index - 1] ?? '']?.anchor, slots[name]?.anchor];
      const isBehind = literals[index] === '' && left !== undefined && right !== undefined;
      return isBehind
        ? verifyGap(`${part} {${name}}`, left, right, evidence)
        : [{ part, message: `{${name}} continues nothing` }];
    }),
    ...verifyAttribution(part, slots, evidence),
  ];
}

function verifySlot(part: string, name: string, slot: Slot | undefined, evidence: Evidence): readonly Fault[] {
  if (!slot) return [{ part, message: 'the slot is not filled' }];
  return [...verifySource(part, slot, evidence), ...verifyRole(part, name, slot, evidence)];
}

function verifySource(
  part: string,
  { text, anchor, detail, label, time, chapter }: Slot,
  evidence: Evidence,
): readonly Fault[] {
  if ([anchor, detail, label, time, chapter].filter((source) => source !== undefined).length !== 1) {
    return [{ part, message: 'must stand in exactly one place' }];
  }
  if (anchor) return verifyAnchored(part, text, anchor, evidence);
  const found = textAt({ text, detail, label, time, chapter }, evidence);
  return found === text ? [] : [{ part, message: `says "${text}", but "${found ?? 'nothing'}" stands there` }];
}

function textAt({ text, detail, label, time, chapter }: Partial<Slot>, evidence: Evidence): string | undefined {
  if (label !== undefined) {
    const printed = evidence.turns[label - 1]?.speaker ?? '';
    return withoutNote(printed) === text ? text : printed;
  }
  const start = time === undefined ? undefined : evidence.turns[time - 1]?.startTime;
  if (time !== undefined) return start === undefined ? undefined : clock(start);
  if (chapter !== undefined) return evidence.chapters.find(({ turn }) => turn === chapter)?.title;
  return valueAt(detail ?? '', evidence);
}

function valueAt(pointer: string, { details }: Evidence): string | undefined {
  const index = /^\/details\/(\d{1,6})\/value$/u.exec(pointer)?.[1];
  const value = index === undefined ? undefined : details[Number(index)]?.value;
  return value === undefined ? undefined : String(value);
}

/** Slots called `host1`, `guest2` hold somebody of that role. */
function verifyRole(part: string, name: string, { text }: Slot, { people }: Evidence): readonly Fault[] {
  const role = /^(host|guest)\d+$/u.exec(name)?.[1];
  if (!role || people.some((person) => person.role === role && person.name === text)) return [];
  return [{ part, message: `"${text}" is no ${role} of this episode` }];
}

/** A quotation is credited to the person who said it. */
function verifyAttribution(part: string, slots: Composition['slots'], evidence: Evidence): readonly Fault[] {
  const { quote, speaker } = slots;
  if (!quote?.anchor || !speaker) return [];
  const label = evidence.turns[quote.anchor.turn - 1]?.speaker ?? '';
  const said = evidence.people.find(({ labels }) => labels.includes(label));
  if (said?.name === speaker.text) return [];
  return [{ part, message: `credits "${speaker.text}" with what "${label}" said` }];
}
