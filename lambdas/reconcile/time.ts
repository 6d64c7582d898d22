/** The time, ISO 8601, some minutes later, or earlier where `minutes` is negative. */
export const shifted = (time: string, minutes: number): string =>
  new Date(Date.parse(time) + minutes * 60_000).toISOString();
