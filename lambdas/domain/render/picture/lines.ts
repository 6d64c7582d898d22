/** How wide a text is, in ems. */
export type WidthOf = (text: string) => number;

/** Chinese and Japanese: lines break between words that no space divides. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What never begins a line, and what never ends one. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}ー々っゃゅょッャュョ]/u;
const CLOSING_END = /[\p{Pe}\p{Pf}\p{Po}\p{Pd}]$/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
/** Halvings of the range in which the narrowest lines are looked for: a sixtieth of it is near enough. */
const HALVINGS = 6;

/** What `piecesOf` gives, in lines no wider than `most`, as few as possible, and then as alike in width as possible. */
export function linesOf(unbroken: readonly string[], widthOf: WidthOf, most: number): readonly string[] {
  const pieces = unbroken.flatMap((piece) => fitting(piece, widthOf, most));
  const filled = fill(pieces, widthOf, most);
  let [tooNarrow, wide, lines] = [most / 2, most, filled];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const width = (tooNarrow + wide) / 2;
    const narrower = fill(pieces, widthOf, width);
    const isWorse = narrower.length > filled.length || narrower.some((line) => widthOf(line) > width);
    if (isWorse) tooNarrow = width;
    else [wide, lines] = [width, narrower];
  }
  return lines;
}

/** The parts of a text that stay together on a line, each with the space before it. */
export const piecesOf = (text: string, language: string): readonly string[] =>
  text
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((chunk, index) => {
      const [first = '', ...rest] = WITHOUT_SPACES.test(chunk) ? wordsOf(chunk, language) : [chunk];
      return [index === 0 ? first : ` ${first}`, ...rest];
    });

function wordsOf(chunk: string, language: string): readonly string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(chunk)) {
    const last = words.at(-1);
    if (last !== undefined && (CLOSING.test(segment) || OPENING.test(last) || isEndingOf(last, segment)))
      words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

/** In Japanese, what follows a word in hiragana inflects it or says what part it plays. */
const isEndingOf = (word: string, segment: string): boolean =>
  /^\p{Script=Hiragana}+$/u.test(segment) && !CLOSING_END.test(word);

/** A piece that is wider than a line in parts that are not. */
function fitting(piece: string, widthOf: WidthOf, most: number): readonly string[] {
  if (widthOf(piece) <= most) return [piece];
  const characters = [...new Intl.Segmenter().segment(piece)].map(({ segment }) => segment);
  return fill(characters, widthOf, most);
}

function fill(pieces: readonly string[], widthOf: WidthOf, most: number): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1) ?? ''}${piece}`;
    if (lines.length > 0 && widthOf(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(piece.trimStart());
  }
  return lines;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function shortened(text: string, widthOf: WidthOf, most: number): string {
  if (widthOf(text) <= most) return text;
  let [kept, width] = ['', widthOf('…')];
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    width += widthOf(segment);
    if (width > most) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
