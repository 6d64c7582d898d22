import type { Faults } from '../support/memory/faults';

/** What may go wrong in a run beside reordering, and what producers do in it. */
export interface Profile extends Faults {
  readonly episodes: number;
  /** Changes of each episode's uploads. */
  readonly changes: number;
  /** Steps between two changes at the most, in every second episode: what came before may be published by then, or nearly. */
  readonly pause: number;
  /** How likely a change is followed by pinning what is shown, or unpinning. */
  readonly pins: number;
  /** Whether contents come back (A, B, A, removed, A); otherwise each upload is a new one. */
  readonly returns: boolean;
  /** How likely a message is delivered once more although it was handled. */
  readonly duplicate: number;
  /** How likely an event about an upload never comes; reconcile has to find out. */
  readonly lostEvent: number;
  /** Whether superseded revisions and publications are kept for hardly any time, and removed all the while. */
  readonly cleansUp: boolean;
}

const calm: Profile = {
  episodes: 4,
  changes: 6,
  pause: 0,
  pins: 0.1,
  returns: true,
  crashBefore: 0,
  crashAfter: 0,
  answerLost: 0,
  sentTwice: 0,
  duplicate: 0,
  lostEvent: 0,
  cleansUp: false,
};

const disturbances = { crashBefore: 0.006, crashAfter: 0.006, answerLost: 0.006, sentTwice: 0.006, duplicate: 0.2 };

export const profiles = {
  reordering: calm,
  duplicates: { ...calm, duplicate: 0.3 },
  crashes: { ...calm, crashBefore: 0.01, crashAfter: 0.01 },
  'lost answers': { ...calm, answerLost: 0.02, sentTwice: 0.02 },
  everything: { ...calm, ...disturbances },
  'clean-up': { ...calm, cleansUp: true, crashBefore: 0.003, crashAfter: 0.003 },
  'lost events': { ...calm, lostEvent: 0.2 },
  contention: { ...calm, ...disturbances, cleansUp: true, episodes: 2, changes: 12, pins: 0.2 },
  'ever new': { ...calm, ...disturbances, returns: false, episodes: 2, changes: 12, pause: 60, pins: 0 },
} as const satisfies Readonly<Record<string, Profile>>;

export type ProfileName = keyof typeof profiles;
