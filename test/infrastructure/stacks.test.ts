import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { Validations } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { type StageConfig, stageNamed, stages } from '../../lib/config/stages';
import { addShowNotesPipeline } from '../../lib/show-notes-pipeline';
import { appForTemplates, templatesOf } from '../support/conversations/synthesise';

const dev = templatesOf(stages.dev);
const prod = templatesOf(stages.prod);
const domain = { name: 'notes.example.org', certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a1b2' };

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const resourcesOf = (template: Template, type: string) => Object.entries(template.findResources(type));
const all = <T>(values: T | readonly T[]): readonly T[] => (Array.isArray(values) ? values : [values as T]);

/** What a role may do, as `action on resource [if condition]`, the resource by the name it was given in lib/. */
function grantsOf(template: Template, role: string): string[] {
  return resourcesOf(template, 'AWS::IAM::Policy')
    .filter(([id]) => id.startsWith(role))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as readonly Statement[])
    .flatMap(({ Action, Resource, Condition }) =>
      all(Action).map((action) => [`${action} on ${nameOf(Resource)}`, conditionOf(Condition)].join('')),
    )
    .sort();
}

function nameOf(resource: unknown): string {
  const text = JSON.stringify(resource);
  const name =
    /"(?:Ref|Fn::GetAtt|Fn::ImportValue)":\[?"(?:[^"]*?ExportsOutput(?:Ref|FnGetAtt))?([A-Za-z]+?)[0-9A-F]{8}/u;
  const suffix = /"(\/[^"]*|:event-bus\/[^"]*)"\]/u;
  return `${name.exec(text)?.[1] ?? ''}${suffix.exec(text)?.[1] ?? ''}`;
}

const conditionOf = (condition: unknown): string => (condition ? ` if ${JSON.stringify(condition)}` : '');
const working = (role: string, queue: string): string[] => [
  `logs:CreateLogStream on ${role}Log`,
  `logs:PutLogEvents on ${role}Log`,
  ...['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'].map(
    (verb) => `sqs:${verb} on ${queue}`,
  ),
];
const table = (...verbs: readonly string[]): string[] => verbs.map((verb) => `dynamodb:${verb} on Table`);

describe('what must not be lost', () => {
  test.each([
    ['dev', dev.stateful, 'Delete', false],
    ['prod', prod.stateful, 'Retain', true],
  ] as const)('%s: buckets and table on removal', (_stage, template, policy, isProtected) => {
    const removal = { DeletionPolicy: policy, UpdateReplacePolicy: policy };
    for (const [, bucket] of resourcesOf(template, 'AWS::S3::Bucket')) expect(bucket).toMatchObject(removal);
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      ...removal,
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: isProtected,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          }),
        ],
        TimeToLiveSpecification: Match.absent(),
      },
    });
  });

  test('uploads keep every version and tell the event bus; nothing expires but abandoned parts', () => {
    prod.stateful.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    for (const [, { Properties }] of resourcesOf(prod.stateful, 'AWS::S3::Bucket')) {
      const rule = { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }, Status: 'Enabled' };
      expect(Properties.LifecycleConfiguration).toEqual({ Rules: [rule] });
    }
  });

  test('nobody reaches a bucket from outside, or without TLS', () => {
    for (const [, { Properties }] of resourcesOf(prod.stateful, 'AWS::S3::Bucket')) {
      expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    }
    const withoutTls = { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    for (const template of [prod.stateful, prod.delivery]) {
      template.hasResourceProperties('AWS::S3::BucketPolicy', {
        PolicyDocument: { Statement: Match.arrayWith([Match.objectLike(withoutTls)]) },
      });
    }
  });
});

describe('what visitors fetch', () => {
  const PREFLIGHT = {
    'access-control-allow-origin': { value: '*' },
    'access-control-allow-methods': { value: 'GET, HEAD' },
    'access-control-allow-headers': { value: '*' },
  };
  const distribution = (template: Template) =>
    Object.values(template.findResources('AWS::CloudFront::Distribution'))[0]?.Properties.DistributionConfig;

  test('only this distribution reads the published bucket, and only objects', () => {
    const [policy] = Object.values(prod.delivery.findResources('AWS::S3::BucketPolicy'));
    const allowed = policy?.Properties.PolicyDocument.Statement.filter(({ Effect }: Statement) => Effect === 'Allow');
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      }),
    ]);
    expect(JSON.stringify(allowed[0].Condition)).toContain(':distribution/');
    prod.delivery.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: { OriginAccessControlOriginType: 's3', SigningBehavior: 'always' },
    });
  });

  test('read-only, over TLS, compressed, one plain page for whatever is not there', () => {
    const notThere = { ResponseCode: 404, ResponsePagePath: '/site/not-found.html', ErrorCachingMinTTL: 5 };
    expect(distribution(prod.delivery)).toMatchObject({
      DefaultCacheBehavior: {
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
        ViewerProtocolPolicy: 'redirect-to-https',
        Compress: true,
        CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6', // CachingOptimized: a year, a second, gzip and brotli.
      },
      CustomErrorResponses: [
        { ErrorCode: 403, ...notThere },
        { ErrorCode: 404, ...notThere },
      ],
    });
  });

  test.each([
    ['GET', '/shows/tea/', { uri: '/shows/tea/index.html' }],
    ['GET', '/shows/tea', { statusCode: 301, headers: { location: { value: './tea/' } } }],
    ['GET', '/shows/tea/feed.xml', { uri: '/shows/tea/feed.xml' }],
    ['OPTIONS', '/shows/tea/one/show-notes.json', { statusCode: 204, headers: PREFLIGHT }],
  ])('at the edge, %s %s', (method, uri, answer) => {
    const [edge] = Object.values(prod.delivery.findResources('AWS::CloudFront::Function'));
    const handler = new Function(`${edge?.Properties.FunctionCode}; return handler;`)();
    expect(handler({ request: { method, uri } })).toMatchObject(answer);
  });

  test('any website may fetch; a page runs no inline script and no foreign one', () => {
    const [headers] = Object.values(prod.delivery.findResources('AWS::CloudFront::ResponseHeadersPolicy'));
    const { CorsConfig, SecurityHeadersConfig } = headers?.Properties.ResponseHeadersPolicyConfig ?? {};
    expect(CorsConfig).toMatchObject({
      AccessControlAllowOrigins: { Items: ['*'] },
      AccessControlAllowMethods: { Items: ['GET', 'HEAD'] },
      AccessControlAllowCredentials: false,
    });
    const policy: string = SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
    expect(policy.split('; ')).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'"]));
    expect(policy).not.toContain('unsafe');
    expect(Object.keys(SecurityHeadersConfig).sort()).toEqual([
      'ContentSecurityPolicy',
      'ContentTypeOptions',
      'FrameOptions',
      'ReferrerPolicy',
      'StrictTransportSecurity',
    ]);
  });

  test.each([
    ['/shows/tea/', '/shows/tea/index.html'],
    ['/', '/index.html'],
    ['/shows/tea/index.json', '/shows/tea/index.json'],
    ['/shows/tea', 'moved to ./tea/'],
    ['//elsewhere', 'moved to ./elsewhere/'],
  ])('%s is answered with %s', (uri, expected) => {
    const [edge] = Object.values(prod.delivery.findResources('AWS::CloudFront::Function'));
    const handler = runInNewContext(`(${edge?.Properties.FunctionCode})`);
    const answer = handler({ request: { uri } });
    expect(answer.uri ?? `moved to ${answer.headers.location.value}`).toBe(expected);
  });

  test('a stage may name a domain and its certificate', () => {
    const named = templatesOf({ ...stages.prod, domain });
    expect(distribution(named.delivery)).toMatchObject({
      Aliases: ['notes.example.org'],
      ViewerCertificate: { AcmCertificateArn: domain.certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    expect(JSON.stringify(named.pipeline.toJSON())).toContain('"SITE_ADDRESS":"https://notes.example.org"');
    expect(distribution(prod.delivery)).not.toHaveProperty('Aliases');
  });
});

describe('from an upload to show notes', () => {
  const template = prod.pipeline;
  const functions = resourcesOf(template, 'AWS::Lambda::Function');

  test('every change under shows/ of the uploads bucket becomes a message, and what cannot, a dead letter', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created', 'Object Deleted'],
        detail: { bucket: { name: [Match.anyValue()] }, object: { key: [{ prefix: 'shows/' }] } },
      },
      Targets: [Match.objectLike({ DeadLetterConfig: { Arn: Match.anyValue() } })],
    });
  });

  test('each queue waits six times its function and gives up after five tries, for a fortnight', () => {
    const queues = resourcesOf(template, 'AWS::SQS::Queue').map(([, { Properties }]) => Properties);
    const deadLetters = queues.filter(({ RedrivePolicy }) => !RedrivePolicy);
    const work = queues.filter(({ RedrivePolicy }) => RedrivePolicy);
    expect(deadLetters.map(({ MessageRetentionPeriod }) => MessageRetentionPeriod)).toEqual([
      1209600, 1209600, 1209600,
    ]);
    expect(work.map(({ RedrivePolicy }) => RedrivePolicy.maxReceiveCount)).toEqual([5, 5, 5]);
    const longest = Math.max(...functions.map(([, { Properties }]) => Properties.Timeout));
    for (const { VisibilityTimeout } of work) expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * longest);
  });

  test('the functions work on batches, report what failed, and never all at once', () => {
    for (const [, { Properties }] of resourcesOf(template, 'AWS::Lambda::EventSourceMapping')) {
      expect(Properties).toMatchObject({
        BatchSize: 1,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: expect.any(Number) },
      });
    }
    template.resourceCountIs('AWS::Lambda::EventSourceMapping', 3);
  });

  test('the functions run on the house runtime, with exactly the variables of the contract', () => {
    const variables = functions.map(([id, { Properties }]) => {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
      return [id.replace(/Function.*/u, ''), Object.keys(Properties.Environment.Variables).sort()];
    });
    expect(Object.fromEntries(variables)).toEqual({
      ParseTranscript: ['PUBLICATIONS_QUEUE', 'STAGE', 'TABLE', 'UPLOADS_BUCKET', 'UPLOADS_QUEUE'],
      PublishShowNotes: [
        'EVENT_BUS',
        'NOTICES_TOPIC',
        'PUBLICATIONS_QUEUE',
        'PUBLISHED_BUCKET',
        'RECONCILE_QUEUE',
        'SITE_ADDRESS',
        'STAGE',
        'TABLE',
        'UPLOADS_BUCKET',
      ],
      ReconcileShows: [
        'DISTRIBUTION_ID',
        'KEPT_DAYS',
        'PUBLICATIONS_QUEUE',
        'PUBLISHED_BUCKET',
        'RECONCILE_QUEUE',
        'STAGE',
        'TABLE',
        'UPLOADS_BUCKET',
        'UPLOADS_QUEUE',
      ],
    });
  });

  test('every hour, reconcile has a hint to compare all shows', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 hour)',
      Targets: [Match.objectLike({ Input: '{"kind":"all-shows"}', DeadLetterConfig: { Arn: Match.anyValue() } })],
    });
  });

  test('parse-transcript may do what it needs and nothing else', () => {
    expect(grantsOf(template, 'ParseTranscript')).toEqual(
      [
        ...working('ParseTranscript', 'UploadsQueue'),
        ...table('GetItem', 'Query', 'PutItem', 'BatchWriteItem'),
        's3:GetObject on Uploads/shows/*',
        'sqs:SendMessage on UploadsQueue',
        'sqs:SendMessage on PublicationsQueue',
        's3:ListBucket on Uploads',
      ].sort(),
    );
  });

  test('publish-show-notes may do what it needs and nothing else', () => {
    expect(grantsOf(template, 'PublishShowNotes')).toEqual(
      [
        ...working('PublishShowNotes', 'PublicationsQueue'),
        ...table('GetItem', 'Query', 'PutItem'),
        's3:GetObject on Uploads/shows/*',
        's3:GetObject on Uploads/receipts/*',
        's3:PutObject on Uploads/receipts/*',
        's3:GetObject on Published/shows/*',
        's3:PutObject on Published/shows/*',
        's3:DeleteObject on Published/shows/*',
        's3:GetObject on Published/site/*',
        's3:PutObject on Published/site/*',
        's3:GetObject on Published/schemas/*',
        's3:PutObject on Published/schemas/*',
        's3:GetObject on Published/robots.txt',
        's3:PutObject on Published/robots.txt',
        's3:GetObject on Published/sitemap.xml',
        's3:PutObject on Published/sitemap.xml',
        's3:DeleteObject on Published/sitemap.xml',
        'sqs:SendMessage on PublicationsQueue',
        'sqs:SendMessage on ReconcileQueue',
        'events:PutEvents on :event-bus/default',
        'sns:Publish on Notices',
        's3:ListBucket on Uploads',
        's3:ListBucket on Published',
      ].sort(),
    );
  });

  test('reconcile may look everywhere, send hints, remove published files, and nothing else', () => {
    expect(grantsOf(template, 'ReconcileShows')).toEqual(
      [
        ...working('ReconcileShows', 'ReconcileQueue'),
        ...table('GetItem', 'Query', 'PutItem', 'BatchWriteItem'),
        's3:GetObject on Published/shows/*',
        's3:DeleteObject on Published/shows/*',
        'cloudfront:CreateInvalidation on Distribution',
        'sqs:SendMessage on UploadsQueue',
        'sqs:SendMessage on PublicationsQueue',
        'sqs:SendMessage on ReconcileQueue',
        's3:ListBucket on Uploads',
        's3:ListBucket on Published',
      ].sort(),
    );
  });

  test('producers may change shows/ and read receipts/, and nothing else', () => {
    expect(grantsOf(template, 'Producers')).toEqual(
      [
        's3:GetObject on Uploads/shows/*',
        's3:PutObject on Uploads/shows/*',
        's3:DeleteObject on Uploads/shows/*',
        's3:GetObject on Uploads/receipts/*',
        's3:ListBucket on Uploads',
      ].sort(),
    );
  });

  test('editors may also pin, retry and find the stage; they write nothing published', () => {
    const more = new Set(grantsOf(template, 'Producers'));
    expect(grantsOf(template, 'Editors').filter((grant) => !more.has(grant))).toEqual(
      [
        ...table('GetItem', 'Query'),
        'dynamodb:PutItem on Table if {"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["SHOW#*"]}}',
        'sqs:SendMessage on UploadsQueue',
        'sqs:SendMessage on PublicationsQueue',
        ...['Stateful', 'Pipeline'].map(() => 'cloudformation:DescribeStacks on '),
      ].sort(),
    );
  });

  test('no role has a managed policy', () => {
    for (const [, { Properties }] of resourcesOf(template, 'AWS::IAM::Role')) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
    }
  });
});

describe('what calls somebody', () => {
  test('dead letters, age, errors and throttles of each third, through one topic that alarms may publish to', () => {
    const alarms = resourcesOf(prod.pipeline, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    const watched = alarms.map(({ MetricName, Dimensions }) => {
      const [{ Value }] = Dimensions;
      const [id] = Value['Fn::GetAtt'] ?? [Value.Ref];
      return `${MetricName} of ${id.slice(0, -8)}`;
    });
    expect(watched.sort()).toEqual([
      'ApproximateAgeOfOldestMessage of PublicationsQueue',
      'ApproximateAgeOfOldestMessage of ReconcileQueue',
      'ApproximateAgeOfOldestMessage of UploadsQueue',
      'ApproximateNumberOfMessagesVisible of PublicationsDeadLetters',
      'ApproximateNumberOfMessagesVisible of ReconcileDeadLetters',
      'ApproximateNumberOfMessagesVisible of UploadsDeadLetters',
      'Errors of ParseTranscriptFunction',
      'Errors of PublishShowNotesFunction',
      'Errors of ReconcileShowsFunction',
      'FailedInvocations of EveryHour',
      'FailedInvocations of UploadEvents',
      'Throttles of ParseTranscriptFunction',
      'Throttles of PublishShowNotesFunction',
      'Throttles of ReconcileShowsFunction',
    ]);
    const topics = new Set(alarms.flatMap(({ AlarmActions }) => AlarmActions.map(({ Ref }: { Ref: string }) => Ref)));
    expect(topics.size).toBe(1);
    prod.pipeline.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
        ]),
      },
      Topics: [{ Ref: [...topics][0] }],
    });
    prod.pipeline.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  });

  test('each alarm names the chapter of docs/operations.md that says what to do', () => {
    const chapters = new Set(
      [...readFileSync('docs/operations.md', 'utf8').matchAll(/^### (.+)$/gmu)].map(([, title]) => title),
    );
    const named = resourcesOf(prod.pipeline, 'AWS::CloudWatch::Alarm').map(
      ([, { Properties }]) => /see "([^"]+)" in docs/u.exec(Properties.AlarmDescription)?.[1],
    );
    expect(named).toHaveLength(14);
    expect(new Set(named)).toEqual(chapters);
  });

  test.each([
    ['dev', dev.pipeline, 14, 'Delete'],
    ['prod', prod.pipeline, 365, 'Retain'],
  ] as const)('%s: logs are kept for so many days', (_stage, template, days, policy) => {
    const logs = resourcesOf(template, 'AWS::Logs::LogGroup').map(([, log]) => log);
    expect(logs).toHaveLength(3);
    for (const log of logs)
      expect(log).toMatchObject({ DeletionPolicy: policy, Properties: { RetentionInDays: days } });
  });
});

describe('stages', () => {
  test('an unknown one is refused with the names there are', () => {
    expect(() => stageNamed('staging')).toThrow(/no stage 'staging'; use one of dev, prod/u);
  });

  test.each<[string, StageConfig]>([...Object.entries(stages), ['prod with a domain', { ...stages.prod, domain }]])(
    '%s passes the AwsSolutions rules',
    (_name, stage) => {
      const app = appForTemplates();
      addShowNotesPipeline(app, stage);
      Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
      app.synth();
    },
  );
});
