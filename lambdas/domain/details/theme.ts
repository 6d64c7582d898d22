import type { Corners, Theme, ThemeColours, Typeface } from '../../contract/published';
import { type Colour, contrastOf, hexOf, readColour } from '../theme/colour';
import { OWN_COLOURS, READABLE } from '../theme/palette';
import { detailOf, type Faults, fieldsOf, type TextDetail, textThat } from './fields';
import { type SourceNode, scalarText, wrongKind } from './yaml-source';

/** What `theme` in the show file says, and where. */
export interface ThemeDetails {
  readonly theme: Theme;
  /** One for each value that is given. */
  readonly said: readonly TextDetail[];
}

const TYPEFACES: readonly Typeface[] = ['charter', 'book', 'sans', 'humanist', 'geometric', 'slab', 'typewriter'];
const CORNERS: readonly Corners[] = ['square', 'slight', 'round'];
const COLOURS = ['accent', 'background', 'text'] as const;
const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
const COLOUR = 'a colour in quotes, such as "#0f5b57" or "rgb(15, 91, 87)", or the name of one, such as teal';

/** Reads `theme`: a colour is read and written anew, so that nothing else of the file can get into a style sheet. */
export function themeOf(at: SourceNode | undefined, faults: Faults): ThemeDetails | undefined {
  if (!at) return undefined;
  const fields = fieldsOf(at, [...COLOURS, 'dark', 'font', 'headings', 'corners'], faults);
  const darkAt = fields.get('dark');
  const light = coloursOf('light', fields, faults);
  const dark = darkAt && coloursOf('dark', fieldsOf(darkAt, COLOURS, faults), faults);
  const font = oneOf(TYPEFACES, fields.get('font'), faults);
  const headings = oneOf(TYPEFACES, fields.get('headings'), faults);
  const corners = oneOf(CORNERS, fields.get('corners'), faults);
  const theme: Theme = {
    ...(light && { light: light.colours }),
    ...(dark && { dark: dark.colours }),
    ...(font && { font: font.is }),
    ...(headings && { headings: headings.is }),
    ...(corners && { corners: corners.is }),
  };
  const choices = [font, headings, corners].flatMap((choice) => (choice ? [choice.detail] : []));
  const said = [...(light?.said ?? []), ...(dark?.said ?? []), ...choices];
  return said.length === 0 ? undefined : { theme, said };
}

/** The colours of one look, our own where none is given; undefined where none of them is. */
function coloursOf(
  look: 'light' | 'dark',
  fields: ReadonlyMap<string, SourceNode>,
  faults: Faults,
): { readonly colours: ThemeColours; readonly said: readonly TextDetail[] } | undefined {
  const given = COLOURS.flatMap((name) => {
    const at = fields.get(name);
    const colour = at && colourOf(at, faults);
    return colour ? [{ name, at, detail: detailOf(at, hexOf(colour)) }] : [];
  });
  if (given.length === 0) return undefined;
  const own = OWN_COLOURS[look];
  const colours = { ...own, ...Object.fromEntries(given.map(({ name, detail }) => [name, detail.value])) };
  for (const name of ['accent', 'text'] as const) {
    const at = given.find((one) => one.name === name) ?? given.find((one) => one.name === 'background');
    if (at) warnOfContrast(at.at, name, colours, look, faults);
  }
  return { colours, said: given.map(({ detail }) => detail) };
}

function colourOf(at: SourceNode, faults: Faults): Colour | undefined {
  const colour = readColour(scalarText(at) ?? '');
  return colour ?? faults.fault(wrongKind(at, COLOUR));
}

function warnOfContrast(
  at: SourceNode,
  name: 'accent' | 'text',
  colours: ThemeColours,
  look: 'light' | 'dark',
  faults: Faults,
): void {
  const [text, background] = [readColour(colours[name]), readColour(colours.background)];
  if (!text || !background) return;
  const contrast = contrastOf(text, background);
  if (contrast >= READABLE) return;
  const seen = `${colours[name]} on ${colours.background} has a contrast of ${roundedDown(contrast)} to 1`;
  const advice = `Take a ${contrastOf(background, WHITE) < contrastOf(background, BLACK) ? 'darker' : 'lighter'} ${name}`;
  const message = `${at.file.name}, line ${at.line}: "${at.key}" is hard to read in the ${look} look: ${seen} and needs ${READABLE} to 1. ${advice} or another background.`;
  faults.warnings.push({ message });
}

/** 4.499 is not 4.5. */
const roundedDown = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);

function oneOf<Choice extends string>(
  choices: readonly Choice[],
  at: SourceNode | undefined,
  faults: Faults,
): { readonly is: Choice; readonly detail: TextDetail } | undefined {
  const detail = textThat(
    at,
    (text) => choices.some((choice) => choice === text),
    `one of ${choices.join(', ')}`,
    faults,
  );
  const is = choices.find((choice) => choice === detail?.value);
  return detail && is && { is, detail };
}
