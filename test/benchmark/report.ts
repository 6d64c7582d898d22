/** Writes a line of a table: the first column to the left, figures to the right. */
export function report([name = '', ...figures]: readonly (string | number)[]): void {
  process.stdout.write(`${String(name).padEnd(44)}${figures.map((figure) => String(figure).padStart(11)).join('')}\n`);
}
