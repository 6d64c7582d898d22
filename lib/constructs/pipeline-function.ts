import { basename, join } from 'node:path';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Environment, LambdaName } from '../../lambdas/contract/environment';
import type { StageConfig } from '../config/stages';
import { grantListing, grantObjects, type ObjectAction } from './bucket-grants';

const root = join(__dirname, '../..');

/** Messages a function is given at once: one, so that an upload that runs out of time takes no other with it. */
const BATCH_SIZE = 1;

/** Never a scan. */
export type ItemVerb = 'GetItem' | 'Query' | 'PutItem' | 'BatchWriteItem';

export interface PipelineFunctionProps<L extends LambdaName> {
  readonly lambda: L;
  readonly environment: Environment<L>;
  readonly stage: StageConfig;
  readonly timeout: Duration;
  /** MB; a Lambda's share of a processor grows with it. */
  readonly memorySize: number;
  /** Folders of the repository that the function finds beside its code, each under its last name. */
  readonly folders?: readonly string[];
  /** Files of npm packages that it finds in a folder beside its code, each under its last name. */
  readonly packageFiles?: { readonly folder: string; readonly files: readonly string[] };
}

/** Defines the Lambda at `lambdas/<lambda>/handler.ts` with the house's runtime, bundle, log and role. */
export class PipelineFunction<L extends LambdaName> extends Construct implements IGrantable {
  readonly function: NodejsFunction;
  readonly grantPrincipal: Role;

  constructor(scope: Construct, id: string, props: PipelineFunctionProps<L>) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: props.stage.logRetentionDays,
      removalPolicy: props.stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.grantPrincipal = role;
    this.function = new NodejsFunction(this, 'Function', {
      entry: join(root, 'lambdas', props.lambda, 'handler.ts'),
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      environment: { ...props.environment },
      awsSdkConnectionReuse: false,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memorySize,
      timeout: props.timeout,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role,
      bundling: {
        format: OutputFormat.CJS,
        // With a version of Node for its target, esbuild builds expressions with `\p{…}` anew each time they are used.
        target: 'es2023',
        minify: true,
        mainFields: ['module', 'main'],
        bundleAwsSDK: true,
        commandHooks: copying(copiesFor(props)),
      },
    });
  }

  /** Lets the function work on the messages of `queue`, at most `concurrency` batches at a time. */
  worksOn(queue: IQueue, concurrency: number): void {
    const batches = { batchSize: BATCH_SIZE, maxConcurrency: concurrency, reportBatchItemFailures: true };
    this.function.addEventSource(new SqsEventSource(queue, batches));
  }

  /**
   * Lets the function list the bucket's keys. S3 answers 403 instead of 404 for an absent key to those who may not, and
   * a condition on the prefix has nothing to hold against where one object is asked for.
   */
  mayList(bucket: Bucket): void {
    grantListing(this.grantPrincipal, bucket);
  }

  /** Lets the function do this to the objects under one prefix, and to no others in the bucket. */
  mayTouch(bucket: Bucket, prefix: string, ...actions: readonly ObjectAction[]): void {
    grantObjects(this.grantPrincipal, bucket, prefix, actions);
  }

  /** Lets the function do this to the table's items. */
  mayKeepEpisodesIn(table: TableV2, ...verbs: readonly ItemVerb[]): void {
    table.grant(this, ...verbs.map((verb) => `dynamodb:${verb}`));
  }

  /** Lets the function send to the queue. */
  maySendTo(queue: IQueue): void {
    this.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
    );
  }
}

interface Copy {
  /** From the root of the repository. */
  readonly from: string;
  /** From the bundle. */
  readonly to: string;
}

function copiesFor({ folders = [], packageFiles }: PipelineFunctionProps<LambdaName>): readonly Copy[] {
  return [
    ...folders.map((from) => ({ from, to: basename(from) })),
    ...(packageFiles?.files ?? []).map((file) => ({
      from: `node_modules/${file}`,
      to: `${packageFiles?.folder}/${basename(file)}`,
    })),
  ];
}

/** Copies into a bundle with Node alone, so that it works where `cp` does not exist. */
function copying(copies: readonly Copy[]) {
  const copy = (from: string, to: string): string =>
    `node -e "fs.cpSync(...process.argv.slice(1), { recursive: true })" "${from}" "${to}"`;
  return {
    beforeInstall: () => [],
    beforeBundling: () => [],
    afterBundling: (input: string, output: string) =>
      copies.map(({ from, to }) => copy(join(input, from), join(output, to))),
  };
}
