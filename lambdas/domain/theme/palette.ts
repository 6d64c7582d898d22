import type { ThemeColours } from '../../contract/published';
import { type Colour, contrastOf, hexOf, mixed, readColour } from './colour';

/** What text needs on its background to be read well (WCAG 2, level AA). */
export const READABLE = 4.5;

/** The colours that pages have without a theme: those of `site/style.css`. */
export const OWN_COLOURS: Readonly<Record<'light' | 'dark', ThemeColours>> = {
  light: { accent: '#0f5b57', background: '#fcfbf8', text: '#1f1d1a' },
  dark: { accent: '#86cbbf', background: '#17181b', text: '#e4e1da' },
};

/** The colours of a theme and those that follow from them, by the custom properties of `site/style.css`. */
export function paletteOf(colours: ThemeColours): Readonly<Record<string, string>> {
  const [accent, paper, ink] = [parsed(colours.accent), parsed(colours.background), parsed(colours.text)];
  const soft = smallPrint(ink, paper);
  const palette = {
    '--paper': paper,
    '--ink': ink,
    '--soft': soft,
    '--line': mixed(ink, 0.14, paper),
    '--accent': accent,
    '--tint': backdrop(accent, 0.1, paper, [accent]),
    '--mark': backdrop(HIGHLIGHTER, 0.28, paper, [ink, soft, accent]),
  };
  return Object.fromEntries(Object.entries(palette).map(([name, colour]) => [name, hexOf(colour)]));
}

const HIGHLIGHTER: Colour = [245, 196, 50];
const STEP = 0.02;

/** The text's colour, paler: as pale as can be read, but never paler than two thirds. */
function smallPrint(ink: Colour, paper: Colour): Colour {
  for (let share = 0.68; share < 1; share += STEP) {
    const colour = mixed(ink, share, paper);
    if (contrastOf(colour, paper) >= READABLE) return colour;
  }
  return ink;
}

/** The paper with at most `most` of a colour, and only so much of it that what stands on it can be read as well as before. */
function backdrop(colour: Colour, most: number, paper: Colour, standing: readonly Colour[]): Colour {
  for (let share = most; share > 0; share -= STEP) {
    const behind = mixed(colour, share, paper);
    const canRead = (text: Colour) => contrastOf(text, behind) >= Math.min(READABLE, contrastOf(text, paper));
    if (standing.every(canRead)) return behind;
  }
  return paper;
}

function parsed(colour: string): Colour {
  const read = readColour(colour);
  if (!read) throw new Error(`${colour} is no colour`);
  return read;
}
