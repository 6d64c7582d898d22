import type { Theme } from '../../../contract/published';
import { OWN_COLOURS, paletteOf } from '../../theme/palette';
import { type Xml, type XmlContent, xml, xmlTextOf } from '../escaping/xml';
import { directionOf } from '../page/language';
import { linesOf, piecesOf, shortened } from './lines';
import type { Typesetting } from './typesetting';

/** Pixels, as Open Graph wants them. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** What a picture says. */
export interface CardWords {
  readonly show: string;
  readonly text: string;
  /** What the text stands between, where it is a quote. */
  readonly marks?: readonly [opening: string, closing: string];
  readonly by: string;
  /** The episode's title, where that is not the text. */
  readonly episode?: string;
}

export interface CardStyle {
  readonly language: string;
  readonly theme?: Theme | undefined;
}

const { width: WIDTH, height: HEIGHT } = PICTURE_SIZE;
const EDGE = 96;
const MEASURE = WIDTH - 2 * EDGE;
const BAR = 14;
/** Where the text may be: below the show, above the names. */
const SPACE = { top: 126, height: 340 } as const;
const RULE = { y: 490, width: 56, height: 4 } as const;
/** Font sizes: the text's is the largest in which it fits. */
const SIZES = { show: 30, text: [76, 68, 60, 54, 48, 43], by: 32, episode: 27 } as const;
/** From one line to the next, of the font size: characters without ascenders want more. */
const LEADING = { alphabetic: 1.24, ideographic: 1.42 } as const;
/** What a line's letters rise to above the baseline, of the font size. */
const RISE = 0.74;
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Where lines begin, and on which side of that they are. resvg takes every line to begin at the left. */
const SIDES = {
  ltr: { x: EDGE, anchor: 'start', outside: 'end', bar: 0, rule: EDGE, directed: (text: XmlContent) => text },
  rtl: {
    x: WIDTH - EDGE,
    anchor: 'end',
    outside: 'start',
    bar: WIDTH - BAR,
    rule: WIDTH - EDGE - RULE.width,
    directed: (text: XmlContent) => xml`&#x202B;${text}&#x202C;`,
  },
} as const;

/** The words as SVG; undefined where the text is too long for the smallest size. */
export function drawCard(words: CardWords, style: CardStyle, typesetting: Typesetting): string | undefined {
  const block = blockOf(words.text, style.language, typesetting);
  if (!block) return undefined;
  const colours = paletteOf(style.theme?.light ?? OWN_COLOURS.light);
  const side = SIDES[directionOf(style.language)];
  const line = (text: XmlContent, y: number, size: number, fill = '--ink', anchor: string = side.anchor): Xml =>
    xml`<text x="${side.x}" y="${y}" font-size="${size}" fill="${colours[fill]}" text-anchor="${anchor}">${side.directed(text)}</text>
`;
  const small = (text: string | undefined, y: number, size: number, fill?: string): Xml | undefined =>
    text ? line(shortened(text, typesetting.widthOf, MEASURE / size), y, size, fill) : undefined;
  const { lines, size, baselines } = block;
  const [opening, closing] = words.marks ?? [];
  const last = lines.length - 1;
  return xmlTextOf(xml`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${colours['--paper']}"/>
<rect x="${side.bar}" width="${BAR}" height="${HEIGHT}" fill="${colours['--accent']}"/>
<rect x="${side.rule}" y="${RULE.y}" width="${RULE.width}" height="${RULE.height}" fill="${colours['--accent']}"/>
<g font-family="${typesetting.families}" font-weight="500">
${small(words.show, 100, SIZES.show, '--accent')}${opening && line(opening, baselines[0] ?? 0, size, '--accent', side.outside)}${lines.map(
  (text, index) => {
    const end = index === last && closing ? xml`<tspan fill="${colours['--accent']}">${closing}</tspan>` : undefined;
    return line([text, end], baselines[index] ?? 0, size);
  },
)}${small(words.by, words.episode ? 541 : 562, SIZES.by)}${small(words.episode, 583, SIZES.episode, '--soft')}</g>
</svg>
`);
}

interface Block {
  readonly lines: readonly string[];
  readonly size: number;
  /** From the top, one a line. */
  readonly baselines: readonly number[];
}

/** The text in the largest size in which it fits, in the middle of its space. */
function blockOf(text: string, language: string, { widthOf }: Typesetting): Block | undefined {
  const leading = LEADING[IDEOGRAPHIC.test(text) ? 'ideographic' : 'alphabetic'];
  const pieces = piecesOf(text, language);
  const longest = Math.max(...pieces.map(widthOf));
  const [smallest = 0] = SIZES.text.slice(-1);
  for (const size of SIZES.text) {
    const [ems, most] = [MEASURE / size, Math.floor(SPACE.height / (size * leading))];
    // A word is broken only where no size is small enough for it.
    if (widthOf(text) > most * ems || (longest > ems && size !== smallest)) continue;
    const lines = linesOf(pieces, widthOf, ems);
    if (lines.length > most) continue;
    const top = SPACE.top + (SPACE.height - lines.length * size * leading) / 2;
    const baseline = (index: number) => Math.round(top + size * (index * leading + (leading - 1) / 2 + RISE));
    return { lines, size, baselines: lines.map((_, index) => baseline(index)) };
  }
  return undefined;
}
