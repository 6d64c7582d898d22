import type { Corners, Theme, Typeface } from '../../../contract/published';
import { paletteOf } from '../../theme/palette';

/** Typefaces that visitors have already, for a page fetches none; the last of each is there on every machine. */
const TYPEFACES: Readonly<Record<Typeface, string>> = {
  charter: 'Charter, "Bitstream Charter", "Charis SIL", "Iowan Old Style", "Sitka Text", Cambria, Georgia, serif',
  book: '"Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif',
  sans: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif',
  humanist: 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", "Source Sans Pro", sans-serif',
  geometric: 'Avenir, Montserrat, Corbel, "URW Gothic", "Source Sans Pro", sans-serif',
  slab: 'Rockwell, "Rockwell Nova", "Roboto Slab", "DejaVu Serif", "Sitka Small", serif',
  typewriter: 'ui-monospace, "Cascadia Code", "Source Code Pro", Menlo, Consolas, "DejaVu Sans Mono", monospace',
};

/** What the radius of every corner is multiplied by. */
const CORNERS: Readonly<Record<Corners, number>> = { square: 0, slight: 1, round: 2 };

/** The style sheet that follows `site/style.css` on the pages of a show with a theme: custom properties and nothing else. */
export function renderThemeStyle({ light, dark, font, headings, corners }: Theme): string {
  const shape = {
    ...(font && { '--reading': TYPEFACES[font] }),
    ...(headings && { '--headings': TYPEFACES[headings] }),
    ...(corners && { '--roundness': String(CORNERS[corners]) }),
  };
  const rules = [
    rule(shape),
    // Paper stays white.
    light && within('screen and (prefers-color-scheme: light)', rule(paletteOf(light))),
    dark && within('screen and (prefers-color-scheme: dark)', rule(paletteOf(dark))),
  ];
  return rules.filter(Boolean).join('\n');
}

const within = (medium: string, inner: string): string => `@media ${medium} {\n${inner.replace(/^(?=.)/gmu, '  ')}}\n`;

function rule(properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};\n`);
  return lines.length === 0 ? '' : `:root {\n${lines.join('')}}\n`;
}
