import type { Grounded } from '../../grounded';
import type { CastMember } from '../../people';
import type { Reading } from '../../reading';
import type { Salience } from '../../reading/salience';
import type { SubjectMatter } from '../../reading/subject-matter';

/** All that summary and standfirst are made of. */
export interface SummaryInputs {
  readonly reading: Reading;
  readonly cast: readonly CastMember[];
  readonly subject: SubjectMatter;
  readonly salience: Salience;
  /** Best first. */
  readonly topics: readonly Grounded[];
}
