import { benchPublishing } from './publishing';
import { benchBesideOthers, benchHostile } from './reading';
import { benchReconcile } from './reconcile';

const PARTS = {
  reading: benchBesideOthers,
  hostile: benchHostile,
  publishing: benchPublishing,
  reconcile: benchReconcile,
};

const asked = process.argv.slice(2);
const isQuick = asked.includes('quick');
const named = Object.entries(PARTS).filter(([name]) => asked.includes(name));
const parts = named.length > 0 ? named : Object.entries(PARTS);

async function main(): Promise<void> {
  for (const [, bench] of parts) await bench(isQuick);
}
void main();
