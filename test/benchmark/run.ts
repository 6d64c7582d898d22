import { benchPublishing } from './publishing';
import { benchBesideOthers, benchHostile } from './reading';

/**
 * `npm run bench`: reading beside others, reading what is hostile, and publishing; each alone when it is named, and
 * `quick` without the largest transcripts.
 */
const PARTS = { reading: benchBesideOthers, hostile: benchHostile, publishing: benchPublishing };

const asked = process.argv.slice(2);
const isQuick = asked.includes('quick');
const named = Object.entries(PARTS).filter(([name]) => asked.includes(name));
for (const [, bench] of named.length > 0 ? named : Object.entries(PARTS)) bench(isQuick);
