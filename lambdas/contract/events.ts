/** What rules on the event bus match on. */
export const EVENT_SOURCE = 'show-notes-pipeline';

/** The type of each event, by what it tells of. */
export const EVENT_TYPES = {
  published: 'Show Notes Published',
  withdrawn: 'Show Notes Withdrawn',
  rejected: 'Show Notes Rejected',
} as const;
