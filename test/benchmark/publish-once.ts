import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { resvgPainter } from '../../lambdas/adapters/resvg-painter';
import { readTranscript } from '../../lambdas/domain/formats';
import { publicationComposer } from '../../lambdas/domain/publication';
import { renderEpisodePage } from '../../lambdas/domain/render';
import { longConversation } from './long-conversation';

/** Milliseconds on the clock, and of the processor: on a busy machine the clock runs for others too. */
export interface Timing {
  readonly elapsed: number;
  readonly processor: number;
}

/** What one process measured: times, and bytes above what it had when the code was loaded. */
export interface PublishingMeasured {
  readonly bytes: number;
  readonly turns: number;
  readonly files: number;
  /** In the order of the runs. */
  readonly times: readonly Timing[];
  readonly memory: { readonly afterFirst: number; readonly peak: number; readonly live: number };
}

/**
 * A process of its own: publishes a conversation of so many bytes so many times, from the bytes to all files and the
 * page, and prints what it measured. Bundled like the Lambdas, and run with `--expose-gc`.
 */
async function measure(bytes: number, runs: number, paints: boolean): Promise<PublishingMeasured> {
  const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
  const resvg = resvgPainter((file) => join(process.cwd(), 'node_modules', file));
  const painter = paints ? resvg : { ...resvg, paint: async () => new Uint8Array() };
  const compose = publicationComposer(sha256, process.versions.icu, painter);
  const uploaded = new TextEncoder().encode(longConversation(bytes));
  const inputs = {
    id: { show: 'harbour-hours', episode: 'one' },
    revision: 'r',
    transcriptKey: 'shows/harbour-hours/one.md',
  };
  const publish = async () => {
    const { showNotes, turns, files } = await compose(inputs, readTranscript(uploaded));
    renderEpisodePage({ showNotes, turns, hrefs: { base: '', style: 'style.css' } });
    return { turns: turns.turns.length, files: files.length + 1 };
  };
  globalThis.gc?.();
  const before = process.memoryUsage();
  const times: Timing[] = [];
  const resident: number[] = [];
  let published = { turns: 0, files: 0 };
  for (let run = 0; run < runs; run += 1) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    published = await publish();
    const { user, system } = process.cpuUsage(used);
    times.push({ elapsed: performance.now() - start, processor: (user + system) / 1000 });
    resident.push(process.memoryUsage().rss - before.rss);
  }
  globalThis.gc?.();
  return {
    bytes: uploaded.length,
    ...published,
    times,
    memory: {
      afterFirst: resident[0] ?? 0,
      peak: Math.max(...resident),
      live: process.memoryUsage().heapUsed - before.heapUsed,
    },
  };
}

const [bytes, runs, unpainted] = process.argv.slice(2);
void measure(Number(bytes), Number(runs), unpainted === undefined).then((measured) =>
  process.stdout.write(JSON.stringify(measured)),
);
