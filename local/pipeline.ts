import { sha256 } from '../lambdas/adapters/site-files';
import {
  CATALOGUE_DELAY_SECONDS,
  type Hint,
  hintOf,
  type ReconcileHint,
  readHint,
  readReconcileHint,
} from '../lambdas/contract/hints';
import { KEPT_DAYS, MAX_TRIES } from '../lambdas/contract/limits';
import { RECEIPTS_PREFIX, receiptKey, showReceiptKey } from '../lambdas/contract/object-keys';
import { isThrough, type Receipt, type ShowReceipt } from '../lambdas/contract/receipt';
import { derivation } from '../lambdas/domain/derive';
import { PARSER_VERSION, readTranscript } from '../lambdas/domain/formats';
import type { Edge, Episodes, Hints, ObjectStore } from '../lambdas/domain/ports';
import { publisherVersionOf } from '../lambdas/domain/publication';
import type { SiteFiles } from '../lambdas/domain/show/site-files';
import { parseTranscript } from '../lambdas/parse-transcript/parse-transcript';
import { publishShowNotes } from '../lambdas/publish-show-notes/publish-show-notes';
import { reconcile } from '../lambdas/reconcile/reconcile';
import { deadLettersIn } from './dead-letters';
import { laptopPainter } from './painter';
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
      readonly hint: Hint | ReconcileHint;
      readonly error: unknown;
      /** It is a dead letter now. */
      readonly isLast: boolean;
    };

/** The Lambdas with their queues, in one process. */
export interface Pipeline {
  /** Tells of uploads that came, changed or went. */
  uploaded(keys: readonly string[]): void;
  /** Takes hints that somebody else sends. */
  hinted(hints: readonly (Hint | ReconcileHint)[]): void;
  /**
   * Begins by comparing uploads, table and published folder, whatever happened while nothing ran. Dead letters are
   * tried again; the answer is how many there were.
   */
  catchUp(): Promise<number>;
  /** Once there is nothing left to do. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Nothing is copied nearer to visitors on a laptop. */
export const NO_EDGE: Edge = { forget: async () => true };
const CONCURRENCY = 2;
const BACK_OFF_MS = 500;
/** In AWS a catalogue waits longer, for many episodes may be published at once; here one person waits for it. */
const CATALOGUE_DELAY_HERE = 0.5;

/** Composes the use cases as the Lambdas' handlers do. Receipts that say something new are told of. */
export async function startPipeline(parts: PipelineParts): Promise<Pipeline> {
  const { uploads, publications, reconcile } = startQueues(parts, await receiptReader(parts.uploads));
  const all = [uploads, publications, reconcile];
  const redrive = <Message>(name: string, queue: Queue<Message>, read: (body: unknown) => Message | undefined) =>
    deadLettersIn(parts.deadLetters, name).redrive((body) => {
      const message = read(body);
      if (message !== undefined) queue.send(message);
    });

  return {
    uploaded(keys) {
      for (const hint of keys.map(hintOf)) if (hint) uploads.send(hint);
    },

    hinted(hints) {
      for (const hint of hints) {
        if (hint.kind === 'clean-up' || hint.kind === 'forget' || hint.kind === 'all-shows' || hint.kind === 'compare')
          reconcile.send(hint);
        else (hint.kind === 'catalogue' ? publications : uploads).send(hint);
      }
    },

    async catchUp() {
      reconcile.send({ kind: 'all-shows' });
      const redriven = await Promise.all([
        redrive('uploads', uploads, readHint),
        redrive('publications', publications, readHint),
        redrive('reconcile', reconcile, readReconcileHint),
      ]);
      return redriven.reduce((sum, count) => sum + count, 0);
    },

    async idle() {
      // What one queue does can give work to another: once around is not enough.
      for (const { idle } of [reconcile, uploads, publications, reconcile, uploads]) await idle();
    },

    async stop() {
      await Promise.all(all.map(({ stop }) => stop()));
    },
  };
}

interface Queues {
  readonly uploads: Queue<Hint>;
  readonly publications: Queue<Hint>;
  readonly reconcile: Queue<ReconcileHint>;
}

/** A queue in front of each use case; what one of them sends comes to another. */
function startQueues(parts: PipelineParts, receipts: ReceiptReader): Queues {
  const { uploads, published, episodes, site, siteAddress, tell } = parts;
  const derive = derivation(sha256, process.versions.icu, laptopPainter);
  const writer = publisherVersionOf(process.versions.icu, site);
  const uploadHints = hintsTo(() => queues.uploads);
  const publications = hintsTo(() => queues.publications);
  const reconciliations = hintsTo(() => queues.reconcile);

  const queues: Queues = {
    uploads: startNamed('uploads', parts, async (hint: Hint) => {
      await parseTranscript(hint, { uploads, episodes, uploadHints, publications, clock, read: readTranscript });
    }),
    publications: startNamed('publications', parts, async (hint: Hint) => {
      const announcements = { announce: async () => undefined };
      const stores = { uploads, published, files: published, episodes, publications, reconciliations, announcements };
      await publishShowNotes(hint, { ...stores, clock, derive, writer, site, siteAddress });
      const news = await receipts.news(hint);
      if (news) tell(news);
    }),
    reconcile: startNamed('reconcile', parts, async (hint: ReconcileHint) => {
      const versions = { parser: PARSER_VERSION, writer };
      const stores = { uploads, published, episodes, uploadHints, publications, reconciliations };
      await reconcile(hint, { ...stores, edge: NO_EDGE, clock, keptDays: KEPT_DAYS, versions });
    }),
  };
  return queues;
}

const clock = (): string => new Date().toISOString();

const startNamed = <Message extends Hint | ReconcileHint>(
  name: string,
  { deadLetters, timers, tell }: PipelineParts,
  handle: (hint: Message) => Promise<void>,
): Queue<Message> =>
  startQueue<Message>({
    handle,
    concurrency: CONCURRENCY,
    attempts: MAX_TRIES,
    backOff: BACK_OFF_MS,
    deadLetters: deadLettersIn(deadLetters, name),
    timers,
    clock,
    onFailure: (hint, error, isLast) => tell({ kind: 'failure', hint, error, isLast }),
  });

const hintsTo = <Message extends Hint | ReconcileHint>(target: () => Queue<Message>): Hints<Message> => ({
  async send(hints, delaySeconds = 0) {
    const sooner = Math.max(CATALOGUE_DELAY_HERE, delaySeconds - CATALOGUE_DELAY_SECONDS);
    for (const hint of hints) target().send(hint, hint.kind === 'catalogue' ? sooner : delaySeconds);
  },
});

/** One episode more that follows the show file, as all do, is no news of the show file. */
function isShowNews(before: ShowReceipt, now: ShowReceipt): boolean {
  const isUnderWay = [before, now].some(({ progress }) => progress && !isThrough(progress));
  const rest = ({ progress: _, message: __, ...receipt }: ShowReceipt) => JSON.stringify(receipt);
  return isUnderWay || rest(before) !== rest(now);
}

interface ReceiptReader {
  news(hint: Hint): Promise<News | undefined>;
}

/** Reads the receipt that a hint may have moved, if it says something that was not there before. */
async function receiptReader(uploads: ObjectStore): Promise<ReceiptReader> {
  const known = new Map((await uploads.list(RECEIPTS_PREFIX)).map(({ key, etag }) => [key, etag]));
  const showReceipts = new Map<string, ShowReceipt>();
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
      const before = showReceipts.get(key);
      showReceipts.set(key, told);
      const isQuiet = before ? !isShowNews(before, told) : isFirst && told.outcome === 'absent';
      return isQuiet ? undefined : { kind: 'show-receipt', receipt: told };
    },
  };
}
