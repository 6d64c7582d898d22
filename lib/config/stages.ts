import { KEPT_DAYS } from '../../lambdas/contract/limits';

/** What differs between stages, and nothing that does not. */
export interface StageConfig {
  readonly name: string;
  /** Whether buckets, table and logs outlive the stacks, and the table refuses to be deleted. */
  readonly retain: boolean;
  readonly logRetentionDays: 14 | 365;
  /** How long superseded revisions and publications are kept, for going back to them. */
  readonly keptDays: number;
  /** Without one the site is served under CloudFront's own domain. */
  readonly domain?: SiteDomain;
}

/** A domain of yours; point its DNS at the distribution's domain, which the delivery stack prints. */
export interface SiteDomain {
  readonly name: string;
  /** Of a certificate for that name in us-east-1, which is where CloudFront looks for it. */
  readonly certificateArn: string;
}

export const stages = {
  dev: { name: 'dev', retain: false, logRetentionDays: 14, keptDays: KEPT_DAYS },
  prod: { name: 'prod', retain: true, logRetentionDays: 365, keptDays: KEPT_DAYS },
} as const satisfies Record<string, StageConfig>;

export type StageName = keyof typeof stages;

/** The stage of that name; throws for any other. */
export function stageNamed(name: string): StageConfig {
  if (!Object.hasOwn(stages, name)) {
    throw new Error(`there is no stage '${name}'; use one of ${Object.keys(stages).join(', ')} (cdk … -c stage=dev)`);
  }
  return stages[name as StageName];
}
