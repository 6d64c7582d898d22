import { benchPublishing } from './publishing';
import { benchReading } from './reading';

/** `npm run bench`: reading and publishing; `reading` or `publishing` alone, `quick` without the largest transcripts. */
const asked = process.argv.slice(2);
const isQuick = asked.includes('quick');
if (!asked.includes('publishing')) benchReading(isQuick);
if (!asked.includes('reading')) benchPublishing(isQuick);
