/** Why an upload cannot become a transcript. */
export type RejectionReason = 'empty' | 'too-large' | 'not-text' | 'unknown-format' | 'no-turns' | 'broken';

/** The upload itself is at fault, so retrying cannot help: it is recorded for the producer and never retried. */
export class RejectedTranscriptError extends Error {
  override readonly name = 'RejectedTranscriptError';
  readonly reason: RejectionReason;
  /** 1-based line of the file, where there is one. */
  readonly line?: number;

  constructor(reason: RejectionReason, message: string, options?: ErrorOptions & { readonly line?: number }) {
    super(message, options);
    this.reason = reason;
    if (options?.line !== undefined) this.line = options.line;
  }
}

/** One thing in a show or episode file that keeps it from being read. */
export interface FileFault {
  /** Key or path of the file at fault; the message names it too. */
  readonly file: string;
  /** What is wrong and what to do about it, in the producer's words. */
  readonly message: string;
  /** 1-based line of the file, where there is one. */
  readonly line?: number;
  /** The key at fault, such as `edits.summary`; empty for the whole file. */
  readonly key?: string;
  /** What stands there. */
  readonly seen?: string;
  /** What may stand there. */
  readonly allowed?: string;
  /** There is more than one of it, and none is at fault by itself. */
  readonly reason?: 'several-files';
}

/** Show or episode files that cannot be read: what is published stays, and the receipt tells every fault. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
  readonly faults: readonly FileFault[];

  constructor(faults: readonly FileFault[], options?: ErrorOptions) {
    super(faults.map(({ message }) => message).join('\n'), options);
    this.faults = faults;
  }
}

/** What the log is to say of an error beside its message, such as the revision that was at hand. */
const factsByError = new WeakMap<Error, object>();

export const factsOf = (error: unknown): object => (error instanceof Error ? factsByError.get(error) : undefined) ?? {};

/** Lets whatever fails in `work` say these facts. */
export async function withFacts<Result>(facts: object, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error) factsByError.set(error, { ...facts, ...factsOf(error) });
    throw error;
  }
}
