/** A function that works out each value once. What it remembers lives as long as it does: make one for each episode. */
export function remembering<Key, Value>(workOut: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const value = workOut(key);
    known.set(key, value);
    return value;
  };
}

/** The same for objects: what is worked out from one lives as long as the object does. */
export function rememberingObjects<Key extends object, Value extends object>(
  workOut: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? workOut(key);
    known.set(key, value);
    return value;
  };
}
