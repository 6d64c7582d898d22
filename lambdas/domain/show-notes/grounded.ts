import type { Anchor, Composition, Detail, Slot, Statement } from '../../contract/published';
import { andBefore, type FixedWords, type Wording } from './fixed-words';
import { anchorOf, anchorWithin, type Sentence } from './reading';

/** A text together with where it stands: the only thing that show notes are made of. */
export interface Grounded {
  readonly text: string;
  readonly source:
    | { readonly kind: 'turn'; readonly anchor: Anchor }
    | { readonly kind: 'detail'; readonly detail: Detail }
    /** The printed label of a turn, by the turn's number. */
    | { readonly kind: 'label'; readonly turn: number }
    /** The start time, or the title, of the chapter that begins at a turn. */
    | { readonly kind: 'time' | 'chapter'; readonly turn: number };
}

export const groundedWithin = (sentence: Sentence, from: number, to: number): Grounded => ({
  text: sentence.text.slice(from, to),
  source: { kind: 'turn', anchor: anchorWithin(sentence, from, to) },
});

export const groundedDetail = (detail: Detail): Grounded => ({
  text: String(detail.value),
  source: { kind: 'detail', detail },
});

/** Finds a detail's place in `details.json`. */
export type PointerTo = (detail: Detail) => string;

/** A statement that is a whole sentence. */
export const verbatim = (sentence: Sentence): Statement => ({
  text: sentence.text,
  kind: 'verbatim',
  anchors: [anchorOf(sentence)],
});

/** Begins with a capital, as a line of a list and a sentence do. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A slot's text as it is written: a sentence that has lost its first words begins with a capital all the same. */
export const shownIn = (slot: string, text: string): string =>
  slot.startsWith('restOfSentence') ? capitalised(text) : text;

/** A part of a template: fixed words, or a slot with its name. */
export type Part = FixedWords | { readonly slot: string; readonly is: Grounded };

/** Puts a template together from its parts; what is not a fixed word is a slot that says where it stands. */
export function compose(
  parts: readonly Part[],
  pointerTo: PointerTo,
  written: (slotText: string) => string = (slotText) => slotText,
): { text: string; composition: Composition } {
  const slots: Record<string, Slot> = {};
  let template = '';
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      template += part;
      text += part;
    } else {
      template += `{${part.slot}}`;
      text += written(shownIn(part.slot, part.is.text));
      slots[part.slot] = slotOf(part.is, pointerTo);
    }
  }
  return { text, composition: { template, slots } };
}

/** A statement made of parts: `verbatim` where it is one passage of a turn and nothing else. */
export function statementOf(parts: readonly Part[], pointerTo: PointerTo): Statement {
  const [only] = parts;
  const isWhole = parts.length === 1 && only && typeof only !== 'string';
  if (isWhole && only.is.source.kind === 'turn' && only.is.text === shownIn(only.slot, only.is.text)) {
    return { text: only.is.text, kind: 'verbatim', anchors: [only.is.source.anchor] };
  }
  const { text, composition } = compose(parts, pointerTo);
  const anchors = Object.values(composition.slots).flatMap(({ anchor }) => anchor ?? []);
  return { text, kind: 'composed', anchors, composition };
}

/** The text of parts put together. */
export const textOfParts = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.is.text)).join('');

function slotOf({ text, source }: Grounded, pointerTo: PointerTo): Slot {
  if (source.kind === 'turn') return { text, anchor: source.anchor };
  if (source.kind === 'label') return { text, label: source.turn };
  if (source.kind === 'detail') return { text, detail: pointerTo(source.detail) };
  return { text, [source.kind]: source.turn };
}

/** `a, b and c` with slots `name1`, `name2`, `name3`. */
export function listed(slot: string, members: readonly Grounded[], wording: Wording): readonly Part[] {
  return members.flatMap((is, index): readonly Part[] => {
    const isLast = index === members.length - 1;
    const joint: readonly FixedWords[] = index === 0 ? [] : [isLast ? andBefore(is.text, wording) : wording.between];
    return [...joint, { slot: `${slot}${index + 1}`, is }];
  });
}
