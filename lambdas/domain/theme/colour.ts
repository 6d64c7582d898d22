import { NAMED_COLOURS } from './named-colours';

/** Red, green and blue, each from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Reads `#abc`, `#aabbcc`, `rgb(1, 2, 3)`, `rgb(1 2 3)` or a name that CSS knows; undefined for anything else. */
export function readColour(text: string): Colour | undefined {
  const written = text.toLowerCase();
  const [, hex] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/u.exec(written) ?? [];
  if (hex !== undefined) return fromHex(hex.length === 3 ? hex.replace(/./gu, '$&$&') : hex);
  const named = NAMED_COLOURS.get(written);
  if (named !== undefined) return fromHex(named);
  const parts =
    /^rgb\( ?(\d{1,3}), ?(\d{1,3}), ?(\d{1,3}) ?\)$/u.exec(written) ??
    /^rgb\( ?(\d{1,3}) (\d{1,3}) (\d{1,3}) ?\)$/u.exec(written);
  const [red = 256, green = 256, blue = 256] = parts?.slice(1).map(Number) ?? [];
  return Math.max(red, green, blue) > 255 ? undefined : [red, green, blue];
}

/** `#rrggbb`: the only way from a colour to a style sheet. */
export const hexOf = (colour: Colour): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

function fromHex(digits: string): Colour {
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** `share` of one colour, from 0 to 1, the rest of another. */
export function mixed(one: Colour, share: number, other: Colour): Colour {
  const part = (a: number, b: number) => Math.round(a * share + b * (1 - share));
  return [part(one[0], other[0]), part(one[1], other[1]), part(one[2], other[2])];
}

/** The contrast of two colours as WCAG 2 reckons it: from 1, none, to 21, black on white. */
export function contrastOf(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** From 0, black, to 1, white. */
const luminanceOf = ([red, green, blue]: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** Light of an sRGB channel. */
function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
