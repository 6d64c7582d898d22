/** A number of a text, and where it stands: UTF-16 offsets, the end exclusive. */
export interface SaidNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

const valuesOf = (words: string, first: number, step = 1): readonly (readonly [string, number])[] =>
  words.split(' ').map((word, index) => [word, first + index * step]);

const SMALL: ReadonlyMap<string, number> = new Map(
  valuesOf(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    1,
  ),
);
const TENS: ReadonlyMap<string, number> = new Map(
  valuesOf('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ...[['dozen', 12] as const, ['hundred', 100] as const],
  ...[['thousand', 1e3] as const, ['million', 1e6] as const, ['billion', 1e9] as const],
]);

const DIGITS_OR_WORD = /\d+(?:[.,]\d+)*|\p{L}+/gu;
/** Between the words of one number: "two hundred and fifty-three". */
const BETWEEN = /^(?:[ \u00a0-]|\s+and\s+)$/u;

/** The numbers of an English text, in digits and in words: `1,000`, "a thousand", "two hundred and fifty", `19 million`. */
export function numbersIn(text: string): readonly SaidNumber[] {
  const found: SaidNumber[] = [];
  let last: (SaidNumber & { readonly isOfDigits: boolean }) | undefined;
  for (const { 0: said, index: from } of text.matchAll(DIGITS_OR_WORD)) {
    const word = said.toLowerCase();
    const to = from + said.length;
    const before = last && BETWEEN.test(text.slice(last.to, from)) ? last : undefined;
    const scale = SCALES.get(word);
    const isOfDigits = /^\d/u.test(word);
    const value = scale ?? SMALL.get(word) ?? TENS.get(word) ?? (isOfDigits ? ofDigits(word) : undefined);
    if (value === undefined) continue;
    // `10-12` and `2000 5` are two.
    const mayJoin = before !== undefined && !(isOfDigits && before.isOfDigits);
    const whole = mayJoin
      ? scale === undefined
        ? added(before.value, value)
        : multiplied(before.value, scale)
      : undefined;
    if (whole !== undefined) found.pop();
    last = { value: whole ?? value, from: before && whole !== undefined ? before.from : from, to, isOfDigits };
    found.push({ value: last.value, from: last.from, to });
  }
  return found;
}

/** "thirty-eight", "two hundred and fifty"; not "one two", nor "nineteen eighty". */
function added(before: number, value: number): number | undefined {
  const room = before % 1000 === 0 ? 1000 : before % 100 === 0 ? 100 : before % 10 === 0 && before % 100 > 10 ? 10 : 0;
  return value < room ? before + value : undefined;
}

/** "two hundred thousand": of what came before only what is less than the scale is multiplied, "a million two hundred". */
function multiplied(before: number, scale: number): number {
  const rest = scale === 100 ? before % 1000 : before % 1e6;
  return rest === 0 ? before + scale : before - rest + rest * scale;
}

/** `1,000` and `1.000` are a thousand, `2.5` is not; `1.9.1` is no number. */
function ofDigits(digits: string): number | undefined {
  if (/^[1-9]\d{0,2}(?:[.,]\d{3})+$/u.test(digits)) return Number(digits.replaceAll(/[.,]/gu, ''));
  const value = Number(digits.replaceAll(',', '.'));
  return Number.isNaN(value) ? undefined : value;
}
