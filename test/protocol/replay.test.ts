import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { hintOf } from '../../lambdas/contract/hints';
import { settleAll, upload, type World, world } from '../support/memory/world';

const SAMPLES = join(__dirname, '../../samples');

/** Every sample as an upload; a file's extension becomes part of its episode's name, for names repeat. */
function samples(): readonly (readonly [key: string, body: Uint8Array])[] {
  const files = readdirSync(SAMPLES, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name, parentPath }) => {
    const [show, path] = [parentPath.slice(SAMPLES.length + 1), join(parentPath, name)];
    const isYaml = extname(name) === '.yaml' || show !== 'formats';
    return [`shows/${show}/${isYaml ? name : `${name.replaceAll('.', '-')}.txt`}`, readFileSync(path)];
  });
}

const writesIn = ({ uploads, published, episodes, announced }: World) => ({
  uploads: uploads.writes(),
  published: published.writes(),
  episodes: episodes.writes(),
  announced: announced.length,
});

test('all events of all samples once more write nothing and tell nothing', async () => {
  const here = world();
  for (const [key, body] of samples()) await upload(here, key, body);
  await settleAll(here);
  const before = writesIn(here);
  expect(before.announced).toBe(readdirSync(join(SAMPLES, 'formats')).length + 1);
  await here.uploadsQueue.send(samples().flatMap(([key]) => hintOf(key) ?? []));
  await settleAll(here);
  expect(writesIn(here)).toEqual(before);
}, 60_000);
