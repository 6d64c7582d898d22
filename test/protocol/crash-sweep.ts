import { Crash } from '../support/memory/faults';
import { parse, publish, reconciled, upload, type World, type Wrap, world } from '../support/memory/world';

/** Uploads of one episode, each settled before the next; no text: removed. */
export type Story = readonly (readonly [key: string, text: string | undefined])[];

const KEY = 'shows/tide-tables/ebb.md';
const spoken = (noon: string) =>
  `**MIRA:** Hello, I'm Mira Odell and this is Tide Tables.\n\n**JONAS:** The tide comes in at ${noon}, every day.\n`;

export const AN_UPLOAD: Story = [[KEY, spoken('noon')]];
export const A_CORRECTION: Story = [...AN_UPLOAD, [KEY, spoken('one')]];
export const A_REMOVAL: Story = [...AN_UPLOAD, [KEY, undefined]];

/** Point 2n is before the n-th call of a port in a run, 2n + 1 after it. */
export type Points = readonly number[];

/** What a run leaves behind, and how many points it had. */
export interface Ending {
  readonly state: string;
  readonly points: number;
}

/** Tells the story to the pipeline, killing the process at each of the points; its message is then delivered again. */
export async function endingOf(story: Story, points: Points = []): Promise<Ending> {
  const here = world();
  const crashes = new Set(points);
  let calls = 0;
  const dying = (): Wrap => {
    let isDead = false;
    const dieAt = (point: number) => {
      isDead ||= crashes.has(point);
      if (isDead) throw new Crash(`at point ${point}`);
    };
    return (port) =>
      new Proxy(port, {
        get(target, name) {
          const method: unknown = Reflect.get(target, name);
          if (typeof method !== 'function') return method;
          return async (...given: unknown[]) => {
            const call = calls;
            calls += 1;
            dieAt(2 * call);
            const answer: unknown = await method.apply(target, given);
            dieAt(2 * call + 1);
            return answer;
          };
        },
      });
  };
  for (const [key, text] of story) {
    await upload(here, key, text);
    while (await handleNext(here, dying()));
  }
  return { state: stateOf(here), points: 2 * calls };
}

/** Handles one message, which comes again if its process dies; false where there is none. */
async function handleNext(here: World, wrap: Wrap): Promise<boolean> {
  const { uploadsQueue, publicationsQueue, reconciliationsQueue } = here;
  try {
    const [uploaded] = uploadsQueue.messages;
    const [settled] = publicationsQueue.messages;
    const [differing] = reconciliationsQueue.messages;
    if (uploaded) await handled(uploadsQueue.messages, () => parse(here, uploaded, wrap));
    else if (settled) await handled(publicationsQueue.messages, () => publish(here, settled, wrap));
    else if (differing) await handled(reconciliationsQueue.messages, () => reconciled(here, differing, wrap));
    else return false;
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    // Longer than a mark holds: whoever set it is dead.
    here.time.minutes += 21;
  }
  return true;
}

async function handled(messages: unknown[], handle: () => Promise<unknown>): Promise<void> {
  const [message] = messages.splice(0, 1);
  try {
    await handle();
  } catch (error) {
    messages.push(message);
    throw error;
  }
}

/** All that people can see: everything published, every receipt, and which events came at least once. */
function stateOf({ published, uploads, announced }: World): string {
  const contents = (objects: World['published']['objects']) =>
    [...objects].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { etag }]) => `${key} ${etag}`);
  const events = [...new Set(announced.map((announcement) => JSON.stringify(announcement)))].sort();
  return [...contents(published.objects), ...contents(uploads.objects), ...events].join('\n');
}
