import type { Hint, ReconcileHint } from '../contract/hints';
import type { Clock, Edge, Episodes, Hints, ObjectStore } from '../domain/ports';

/** What reconciling and cleaning up need of the outside world. */
export interface ReconcilePorts {
  readonly uploads: ObjectStore;
  readonly published: ObjectStore;
  readonly episodes: Episodes;
  readonly uploadHints: Hints<Hint>;
  readonly publications: Hints<Hint>;
  /** This use case's own queue. */
  readonly reconciliations: Hints<ReconcileHint>;
  readonly edge: Edge;
  readonly clock: Clock;
  /** How long superseded revisions and publications are kept. */
  readonly keptDays: number;
  /** What another parser, writer or style sheet would change; see `Versions`. */
  readonly versions: Versions;
}

/** What a published episode depends on besides what was uploaded. */
export interface Versions {
  readonly parser: string;
  /** Of the writer and of the pages. */
  readonly writer: string;
}
