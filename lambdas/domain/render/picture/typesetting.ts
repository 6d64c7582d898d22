import type { FaceName } from '../../../contract/painter-files';
import type { Theme, Typeface } from '../../../contract/published';
import type { Painter } from '../../ports';
import { visible } from '../escaping/invisible';
import { readFace } from './face';
import type { WidthOf } from './lines';

/** The family that each file says its typeface belongs to. */
const FAMILIES: Readonly<Record<FaceName, string>> = {
  serif: 'Source Serif 4',
  sans: 'Source Sans 3',
  arabic: 'Noto Naskh Arabic',
  hebrew: 'Noto Serif Hebrew',
  japanese: 'Noto Sans JP',
  chinese: 'Noto Sans Hans',
};

/** Of the two Latin typefaces the one that is nearer to a theme's. */
const NEAREST: Readonly<Record<Typeface, 'serif' | 'sans'>> = {
  charter: 'serif',
  book: 'serif',
  slab: 'serif',
  sans: 'sans',
  humanist: 'sans',
  geometric: 'sans',
  typewriter: 'sans',
};

/** Takes no place, and no typeface has to know it. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
/** Emoji and what they are put together with. */
const PICTOGRAPH = /[\p{Extended_Pictographic}\p{Emoji_Component}]/u;

/** Some typefaces, and what can be written with them. */
export interface Typesetting {
  readonly files: readonly Uint8Array[];
  /** For the attribute `font-family`. */
  readonly families: string;
  readonly widthOf: WidthOf;
  /**
   * The text on one line with nothing hidden in it, and without pictographs that no typeface has; undefined where one
   * lacks anything else, for a box in its place says nothing.
   */
  readonly written: (text: string) => string | undefined;
}

/** As many typefaces as it takes to write the texts, if they can be written; the first of them has precedence. */
export async function typesettingFor(
  texts: readonly string[],
  { language, theme }: { readonly language: string; readonly theme?: Theme | undefined },
  painter: Painter,
): Promise<Typesetting> {
  const missing = new Set(texts.flatMap((text) => [...onOneLine(text)]).filter((each) => !IGNORABLE.test(each)));
  const chosen: (ReturnType<typeof readFace> & { readonly name: FaceName; readonly file: Uint8Array })[] = [];
  for (const name of preferred(language, theme)) {
    if (missing.size === 0) break;
    const file = await painter.face(name);
    const face = { ...readFace(file), name, file };
    const found = [...missing].filter(face.covers);
    for (const character of found) missing.delete(character);
    if (found.length > 0) chosen.push(face);
  }
  const faceOf = (character: string) => chosen.find(({ covers }) => covers(character));
  const canWrite = (character: string) =>
    faceOf(character) !== undefined || (IGNORABLE.test(character) && !PICTOGRAPH.test(character));
  return {
    files: chosen.map(({ file }) => file),
    families: chosen.map(({ name }) => FAMILIES[name]).join(', '),
    widthOf: (text) =>
      [...text].reduce((width, each) => width + (IGNORABLE.test(each) ? 0 : (faceOf(each)?.widthOf(each) ?? 0)), 0),
    written: (text) => {
      const characters = [...onOneLine(text)].filter((each) => canWrite(each) || !PICTOGRAPH.test(each));
      return characters.every(canWrite) ? characters.join('').replace(/ +/gu, ' ').trim() : undefined;
    },
  };
}

/** All typefaces, those for the language before those for its strangers. */
function preferred(language: string, theme: Theme | undefined): readonly FaceName[] {
  const latin = NEAREST[theme?.font ?? 'charter'];
  const [primary = ''] = language.toLowerCase().split('-', 1);
  const own: Readonly<Record<string, readonly FaceName[]>> = {
    ja: ['japanese', latin, 'chinese', 'arabic', 'hebrew'],
    zh: ['chinese', latin, 'japanese', 'arabic', 'hebrew'],
    he: ['hebrew', latin, 'arabic', 'japanese', 'chinese'],
    yi: ['hebrew', latin, 'arabic', 'japanese', 'chinese'],
  };
  return own[primary] ?? [latin, 'arabic', 'hebrew', 'japanese', 'chinese'];
}

const onOneLine = (text: string): string => visible(text).replace(/\s+/gu, ' ').trim();
