import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { transformSync } from 'esbuild';
import { EVENT_SOURCE, EVENT_TYPES } from '../../lambdas/contract/events';
import { appForTemplates } from '../support/conversations/synthesise';

const operations = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');

type Exported<Given> = Readonly<Record<string, (given: Given) => unknown>>;

/** What the TypeScript example that holds these words exports. */
function exampleWith<Given>(words: string, requiring: (name: string) => unknown = require): Exported<Given> {
  const blocks = operations.split('```ts\n').slice(1);
  const example = blocks.map((block) => `${block.split('```')[0]}`).find((block) => block.includes(words));
  const { code } = transformSync(`${example}`, { loader: 'ts', format: 'cjs' });
  const found = { exports: {} };
  new Function('require', 'module', 'exports', code)(requiring, found, found.exports);
  return found.exports;
}

test('the API destination of docs/operations.md can be synthesised, and hears of publications and withdrawals', () => {
  const stack = new Stack(appForTemplates(), 'Website');
  exampleWith<Stack>('ApiDestination').rebuildWebsite?.(stack);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Events::Connection', {
    AuthorizationType: 'API_KEY',
    AuthParameters: {
      ApiKeyAuthParameters: { ApiKeyName: 'x-show-notes-key', ApiKeyValue: Match.stringLikeRegexp('secretsmanager') },
    },
  });
  template.hasResourceProperties('AWS::Events::ApiDestination', { HttpMethod: 'POST' });
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: { source: [EVENT_SOURCE], 'detail-type': [EVENT_TYPES.published, EVENT_TYPES.withdrawn] },
    Targets: [Match.objectLike({ RetryPolicy: Match.anyValue() })],
  });
});

test('the Lambda of docs/operations.md signs what it sends, and fails where the website does', async () => {
  const secrets = {
    GetSecretValueCommand: Object,
    SecretsManagerClient: class {
      send = async () => ({ SecretString: 'a secret' });
    },
  };
  const requiring = (name: string): unknown => (name.startsWith('@aws-sdk/') ? secrets : require(name));
  const { signAndSend } = exampleWith<object>('createHmac', requiring);
  const fetched = jest
    .spyOn(globalThis, 'fetch')
    .mockResolvedValueOnce(new Response(''))
    .mockResolvedValueOnce(new Response('', { status: 500 }));
  const event = { 'detail-type': EVENT_TYPES.withdrawn };
  await signAndSend?.(event);
  const { body, headers } = fetched.mock.calls[0]?.[1] ?? {};
  expect(body).toBe(JSON.stringify(event));
  const signature = createHmac('sha256', 'a secret').update(`${body}`).digest('hex');
  expect(headers).toMatchObject({ 'x-signature-256': `sha256=${signature}` });
  await expect(signAndSend?.(event)).rejects.toThrow('the website answered 500');
});

test('its rule hands that Lambda each event', () => {
  const stack = new Stack(appForTemplates(), 'Website');
  const code = Code.fromInline('exports.handler = async () => {}');
  const signing = new LambdaFunction(stack, 'Sign', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code });
  const { callWith } = exampleWith<LambdaFunction>('callWith') as {
    callWith?: (signing: LambdaFunction, stack: Stack) => void;
  };
  callWith?.(signing, stack);
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
    EventPattern: { source: [EVENT_SOURCE] },
    Targets: [Match.objectLike({ RetryPolicy: { MaximumRetryAttempts: 50 } })],
  });
});
