import { sha256 } from '../lambdas/adapters/site-files';
import { type Hint, hintOf, readHint } from '../lambdas/contract/hints';
import { RECEIPTS_PREFIX, receiptKey, SHOWS_PREFIX, showPrefix, showReceiptKey } from '../lambdas/contract/object-keys';
import type { Receipt, ShowReceipt } from '../lambdas/contract/receipt';
import type { Episodes, Hints, ObjectStore } from '../lambdas/domain/ports';
import { publicationComposer } from '../lambdas/domain/publication';
import type { SiteFiles } from '../lambdas/domain/site-files';
import { parseTranscript } from '../lambdas/parse-transcript/parse-transcript';
import { publishShowNotes } from '../lambdas/publish-show-notes/publish-show-notes';
import { deadLettersIn } from './dead-letters';
import { type Queue, startQueue } from './queue';
import type { Timers } from './timers';

export interface PipelineParts {
  readonly uploads: ObjectStore;
  readonly published: ObjectStore;
  readonly deadLetters: ObjectStore;
  readonly episodes: Episodes;
  readonly site: SiteFiles;
  /** Where the published objects are served, without a slash at the end. */
  readonly siteAddress: string;
  readonly timers: Timers;
  readonly tell: (news: News) => void;
}

/** What whoever watches the pipeline may want to know. */
export type News =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'show-receipt'; readonly receipt: ShowReceipt }
  | {
      readonly kind: 'failure';
      readonly hint: Hint;
      readonly error: unknown;
      /** It is a dead letter now. */
      readonly isLast: boolean;
    };

/** Both Lambdas with their queues, in one process. */
export interface Pipeline {
  /** Tells of uploads that came, changed or went. */
  uploaded(keys: readonly string[]): void;
  /**
   * Begins with all uploads that are there and all that was ever taken in, whatever happened while nothing ran. Dead
   * letters are tried again; the answer is how many there were.
   */
  catchUp(keys: readonly string[]): Promise<number>;
  /** Once there is nothing left to do. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const CONCURRENCY = 2;
const ATTEMPTS = 5;
const BACK_OFF_MS = 500;
/** In AWS a catalogue waits longer, for many episodes may be published at once; here one person waits for it. */
const LONGEST_DELAY_SECONDS = 0.5;

/** Composes the use cases as the Lambdas' handlers do. Receipts that say something new are told of. */
export async function startPipeline(parts: PipelineParts): Promise<Pipeline> {
  const { uploads, published, deadLetters, episodes, site, siteAddress, timers, tell } = parts;
  const clock = (): string => new Date().toISOString();
  const compose = publicationComposer(sha256, process.versions.icu);
  const receipts = await receiptReader(uploads);

  const queue = (name: string, handle: (hint: Hint) => Promise<void>): Queue<Hint> =>
    startQueue<Hint>({
      handle,
      concurrency: CONCURRENCY,
      attempts: ATTEMPTS,
      backOff: BACK_OFF_MS,
      deadLetters: deadLettersIn(deadLetters, name),
      timers,
      clock,
      onFailure: (hint, error, isLast) => tell({ kind: 'failure', hint, error, isLast }),
    });

  const hintsTo = (target: () => Queue<Hint>): Hints => ({
    async send(hints, delaySeconds = 0) {
      for (const hint of hints) target().send(hint, Math.min(delaySeconds, LONGEST_DELAY_SECONDS));
    },
  });
  const publications = hintsTo(() => publicationsQueue);

  const uploadsQueue = queue('uploads', async (hint) => {
    await parseTranscript(hint, { uploads, episodes, publications, clock });
  });
  const publicationsQueue = queue('publications', async (hint) => {
    await publishShowNotes(hint, {
      uploads,
      published,
      episodes,
      publications,
      announcements: { announce: async () => undefined },
      clock,
      compose,
      site,
      siteAddress,
    });
    const news = await receipts.news(hint);
    if (news) tell(news);
  });
  const queues = { uploads: uploadsQueue, publications: publicationsQueue } as const;

  return {
    uploaded(keys) {
      for (const hint of keys.map(hintOf)) if (hint) uploadsQueue.send(hint);
    },

    async catchUp(keys) {
      const there = keys.flatMap((key) => hintOf(key) ?? []);
      const known = await knownShows(parts);
      const episodeHints = await Promise.all([...known].map((show) => knownEpisodes(show, parts)));
      for (const hint of [...there, ...episodeHints.flat()]) if (hint.kind === 'episode') uploadsQueue.send(hint);
      for (const show of [...known, ...there.map((hint) => hint.show)]) {
        publicationsQueue.send({ kind: 'catalogue', show });
      }
      const redriven = Object.entries(queues).map(([name, { send }]) =>
        deadLettersIn(deadLetters, name).redrive((message) => {
          const hint = readHint(message);
          if (hint) send(hint);
        }),
      );
      return (await Promise.all(redriven)).reduce((sum, count) => sum + count, 0);
    },

    async idle() {
      await uploadsQueue.idle();
      await publicationsQueue.idle();
    },

    async stop() {
      await Promise.all([uploadsQueue.stop(), publicationsQueue.stop()]);
    },
  };
}

/** Shows that something was published or told of, even if their uploads and their part of the table are gone. */
async function knownShows({ uploads, published }: PipelineParts): Promise<ReadonlySet<string>> {
  return new Set([...(await uploads.folders(RECEIPTS_PREFIX)), ...(await published.folders(SHOWS_PREFIX))]);
}

async function knownEpisodes(show: string, { episodes, published }: PipelineParts): Promise<readonly Hint[]> {
  const inTable = (await episodes.ofShow(show)).map(({ episode }) => episode);
  const onSite = await published.folders(showPrefix(show));
  return [...new Set([...inTable, ...onSite])].map((episode) => ({ kind: 'episode', show, episode }));
}

/** Reads the receipt that a hint may have moved, if it says something that was not there before. */
async function receiptReader(uploads: ObjectStore): Promise<{ news(hint: Hint): Promise<News | undefined> }> {
  const known = new Map((await uploads.list(RECEIPTS_PREFIX)).map(({ key, etag }) => [key, etag]));
  return {
    async news(hint) {
      const key = hint.kind === 'episode' ? receiptKey(hint) : showReceiptKey(hint.show);
      const stored = await uploads.get(key);
      const isNew = stored !== undefined && stored.etag !== known.get(key);
      if (!isNew) return undefined;
      const isFirst = !known.has(key);
      known.set(key, stored.etag);
      const receipt: unknown = JSON.parse(Buffer.from(stored.body).toString());
      if (hint.kind === 'episode') return { kind: 'receipt', receipt: receipt as Receipt };
      const told = receipt as ShowReceipt;
      return isFirst && told.outcome === 'absent' ? undefined : { kind: 'show-receipt', receipt: told };
    },
  };
}
