/** What AWS and a laptop do alike, though nothing else makes them. */

/** How long superseded revisions and publications are kept, for going back to them, unless a stage says otherwise. */
export const KEPT_DAYS = 90;
/** How often a message is tried before it becomes a dead letter. */
export const MAX_TRIES = 5;

/** Reads a number of days from a Lambda's variable; anything but a whole number of days would remove too much. */
export function daysIn(text: string): number {
  if (!/^[1-9]\d{0,4}$/u.test(text)) throw new Error(`KEPT_DAYS is ${text}; a number of days is expected, such as 90`);
  return Number(text);
}
