/** The environment variables each Lambda reads. `lib/` must supply exactly these; `readEnvironment` reads them. */
const variables = {
  'parse-transcript': ['STAGE', 'TABLE', 'UPLOADS_BUCKET', 'UPLOADS_QUEUE', 'PUBLICATIONS_QUEUE'],
  'publish-show-notes': [
    'STAGE',
    'TABLE',
    'UPLOADS_BUCKET',
    'PUBLISHED_BUCKET',
    'PUBLICATIONS_QUEUE',
    'RECONCILE_QUEUE',
    'EVENT_BUS',
    'NOTICES_TOPIC',
    'SITE_ADDRESS',
  ],
  reconcile: [
    'STAGE',
    'TABLE',
    'UPLOADS_BUCKET',
    'PUBLISHED_BUCKET',
    'UPLOADS_QUEUE',
    'PUBLICATIONS_QUEUE',
    'RECONCILE_QUEUE',
    'KEPT_DAYS',
    'DISTRIBUTION_ID',
  ],
} as const;

export type LambdaName = keyof typeof variables;
export type Environment<L extends LambdaName> = Readonly<Record<(typeof variables)[L][number], string>>;

/** Reads one Lambda's variables, naming every missing one at once rather than the first. */
export function readEnvironment<L extends LambdaName>(
  lambda: L,
  source: Readonly<Record<string, string | undefined>>,
): Environment<L> {
  const missing = variables[lambda].filter((name) => !source[name]);
  if (missing.length > 0) {
    throw new Error(`${lambda} needs the environment variables ${missing.join(', ')}; lib/ sets them`);
  }
  return Object.fromEntries(variables[lambda].map((name) => [name, source[name]])) as Environment<L>;
}
