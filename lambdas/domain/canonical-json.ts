/** JSON with the keys of every object in code unit order: equal values, equal text. What is undefined is left out. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  const fields: string[] = [];
  for (const name of Object.keys(value).sort()) {
    const inner: unknown = value[name as keyof typeof value];
    if (inner !== undefined) fields.push(`${JSON.stringify(name)}:${canonicalJson(inner)}`);
  }
  return `{${fields.join()}}`;
}

/** Whether both have the same canonical JSON; values that share parts are compared by these parts' identity first. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, others] = [namesOf(one), namesOf(other)];
  const isSame = (name: string) => isSameJson(one[name as keyof typeof one], other[name as keyof typeof other]);
  return names.length === others.length && names.every(isSame);
}

/** The names of an object's fields, or the places of a list. */
const namesOf = (value: object): readonly string[] =>
  Object.keys(value).filter((name) => value[name as keyof typeof value] !== undefined);
