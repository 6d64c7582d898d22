import type { Metrics } from '../../lambdas/contract/metrics';
import { receiptKey } from '../../lambdas/contract/object-keys';
import type { Receipt } from '../../lambdas/contract/receipt';
import { metricsOf as parsingMetricsOf } from '../../lambdas/parse-transcript/metrics';
import { metricsOf as publishingMetricsOf } from '../../lambdas/publish-show-notes/metrics';
import { parse, publish, textOf, upload, type World, world } from '../support/memory/world';

const id = { show: 'tide-tables', episode: 'ebb' };
const hint = { kind: 'episode', ...id } as const;
const TRANSCRIPT = 'shows/tide-tables/ebb.md';
const spoken = (noon: string) =>
  `**MIRA:** Hello, I'm Mira Odell and this is Tide Tables.\n\n**JONAS:** The tide comes in at ${noon}, every day.\n`;

/** What is counted of one hint on its way through both Lambdas, without what is none; and the lines' traces. */
async function measured(here: World): Promise<{ readonly counts: Metrics; readonly traces: readonly unknown[] }> {
  const [parsed, published] = [await parse(here, hint), await publish(here, hint)];
  const metrics = Object.entries({ ...parsingMetricsOf(parsed), ...publishingMetricsOf(published) });
  const traces = [parsed, published].map((outcome) => ('trace' in outcome ? outcome.trace : undefined));
  return { counts: Object.fromEntries(metrics.filter(([, value]) => value !== 0)), traces };
}

test('an upload is counted once, with its age when it is shown; a hint that comes again counts nothing', async () => {
  const here = world();
  await upload(here, TRANSCRIPT, spoken('noon'));
  const uploadedAt = Date.parse(`${here.uploads.objects.get(TRANSCRIPT)?.writtenAt}`);
  const now = Date.parse('2026-03-01T00:00:00.000Z');
  const first = await measured(here);
  expect(first.counts).toEqual({ Uploads: 1, Publications: 1, SecondsToPublished: (now - uploadedAt) / 1_000 });
  expect((await measured(here)).counts).toEqual({});
  const receipt = JSON.parse(textOf(here.uploads, receiptKey(id)) ?? '{}') as Receipt;
  expect(first.traces).toEqual([receipt.upload?.version, receipt.upload?.version]);

  await upload(here, TRANSCRIPT, ' \n');
  expect((await measured(here)).counts).toEqual({ Uploads: 1, Rejections: 1 });
  await upload(here, TRANSCRIPT, undefined);
  expect((await measured(here)).counts).toEqual({ Withdrawals: 1 });
});

test('a show file that changes many publications is no upload, and their age is not measured', async () => {
  const here = world();
  await upload(here, TRANSCRIPT, spoken('noon'));
  await measured(here);
  await upload(here, 'shows/tide-tables/show.yaml', 'title: Tides\n');
  expect((await measured(here)).counts).toEqual({ Publications: 1 });
});
