import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { CloudFormationClient, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { GetRolePolicyCommand, IAMClient, ListRolePoliciesCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type EpisodeId, receiptKey } from '../../lambdas/contract/object-keys';
import type { Receipt } from '../../lambdas/contract/receipt';
import { stackName } from '../../lambdas/contract/stack-names';

/** What `cdk deploy` printed. */
type Outputs = Readonly<
  Record<
    | 'UploadsBucket'
    | 'PublishedBucket'
    | 'DistributionDomain'
    | 'ProducersRoleArn'
    | 'UploadsQueueUrl'
    | 'UploadsDeadLettersUrl'
    | 'PublicationsQueueUrl'
    | 'PublicationsDeadLettersUrl'
    | 'NoticesTopicArn',
    string
  >
>;

const fromRun = (variable: string): string => {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: start these tests with npm run acceptance`);
  return value;
};

export const outputs: Outputs = Object.assign(
  {},
  ...Object.values(JSON.parse(readFileSync(fromRun('OUTPUTS'), 'utf8'))),
);

/** The emulator, to which the SDK's clients send everything. */
export const endpoint = new URL(fromRun('AWS_ENDPOINT_URL'));

/** Whoever deployed: may do everything. */
export const operator = {
  s3: new S3Client({}),
  sqs: new SQSClient({}),
  iam: new IAMClient({}),
  cloudFormation: new CloudFormationClient({}),
};

/** Somebody in the producers' role, by the profile that docs/operations.md tells a producer to write. */
export const producer = new S3Client({ profile: 'producer' });

/** Puts a transcript or a file beside it, as a producer; returns the version id. */
export async function upload(key: string, body: string | Uint8Array): Promise<string> {
  const { VersionId } = await producer.send(
    new PutObjectCommand({ Bucket: outputs.UploadsBucket, Key: key, Body: body }),
  );
  return `${VersionId}`;
}

/** A transcript from `samples/`. */
export const sample = (path: string): string => readFileSync(join(__dirname, '../../samples', path), 'utf8');

export interface Visit {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Fetches a path of the published site through CloudFront, as somebody without an account. */
export function visit(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const { hostname, port } = endpoint;
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path, headers: { ...headers, host: outputs.DistributionDomain } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    sent.on('error', reject).end();
  });
}

/** Asks until the answer is as wanted, for so many seconds at most, and then says what it was instead. */
export async function eventually<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean, seconds = 45): Promise<T> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(answer)?.slice(0, 2_000)} after ${seconds} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The episode's receipt, as a producer reads it. */
export async function receiptOf(id: EpisodeId): Promise<Receipt | undefined> {
  const get = new GetObjectCommand({ Bucket: outputs.UploadsBucket, Key: receiptKey(id) });
  try {
    const { Body } = await producer.send(get);
    return JSON.parse(`${await Body?.transformToString()}`);
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
    throw error;
  }
}

/** Waits for the receipt of one upload. */
export const receiptFor = (id: EpisodeId, version: string): Promise<Receipt | undefined> =>
  eventually(
    () => receiptOf(id),
    (receipt) => receipt?.upload?.version === version,
  );

/** How many messages a queue holds, waiting, hidden or delayed. */
export async function messagesIn(queueUrl: string): Promise<number> {
  const get = new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['All'] });
  const { Attributes } = await operator.sqs.send(get);
  return (
    Number(Attributes?.ApproximateNumberOfMessages) +
    Number(Attributes?.ApproximateNumberOfMessagesNotVisible) +
    Number(Attributes?.ApproximateNumberOfMessagesDelayed)
  );
}

/** The physical name of a role of the pipeline stack, by how its id begins. */
export async function roleNamed(id: string): Promise<string> {
  const list = new ListStackResourcesCommand({ StackName: stackName('dev', 'Pipeline') });
  const { StackResourceSummaries = [] } = await operator.cloudFormation.send(list);
  const role = StackResourceSummaries.find(
    ({ ResourceType, LogicalResourceId }) => ResourceType === 'AWS::IAM::Role' && LogicalResourceId?.startsWith(id),
  );
  return `${role?.PhysicalResourceId}`;
}

export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** What a role may do: its inline policies, for it has no others. */
export async function policiesOf(role: string): Promise<{ name: string; statements: readonly Statement[] }[]> {
  const { PolicyNames = [] } = await operator.iam.send(new ListRolePoliciesCommand({ RoleName: role }));
  return Promise.all(
    PolicyNames.map(async (name) => {
      const get = new GetRolePolicyCommand({ RoleName: role, PolicyName: name });
      const { PolicyDocument } = await operator.iam.send(get);
      return { name, statements: JSON.parse(decodeURIComponent(`${PolicyDocument}`)).Statement };
    }),
  );
}

/** Writes an inline policy of a role, over the one of that name if there is one. */
export async function putPolicy(role: string, name: string, statements: readonly Statement[]): Promise<void> {
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  await operator.iam.send(new PutRolePolicyCommand({ RoleName: role, PolicyName: name, PolicyDocument }));
}

/** Where AWS asks whether a role may SendMessage, the emulator asks for a SendMessageBatch that AWS does not know. */
export async function letSendInBatches(): Promise<void> {
  for (const id of ['ParseTranscriptRole', 'PublishShowNotesRole', 'ReconcileShowsRole', 'Editors']) {
    const role = await roleNamed(id);
    const granted = (await policiesOf(role)).flatMap(({ statements }) => statements);
    const sending = granted.filter(({ Action }) => [Action].flat().includes('sqs:SendMessage'));
    const inBatches = sending.map((statement) => ({ ...statement, Action: 'sqs:SendMessageBatch' }));
    await putPolicy(role, 'in-batches', inBatches);
  }
}
