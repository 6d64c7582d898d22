import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { transformSync } from 'esbuild';
import { EVENT_SOURCE, EVENT_TYPES } from '../../lambdas/contract/events';

const operations = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');

/** What the TypeScript example that holds these words exports. */
function exampleWith(words: string): Readonly<Record<string, (stack: Stack) => void>> {
  const blocks = operations.split('```ts\n').slice(1);
  const example = blocks.map((block) => `${block.split('```')[0]}`).find((block) => block.includes(words));
  const { code } = transformSync(`${example}`, { loader: 'ts', format: 'cjs' });
  const found = { exports: {} };
  new Function('require', 'module', 'exports', code)(require, found, found.exports);
  return found.exports;
}

test('the API destination of docs/operations.md can be synthesised, and hears of publications and withdrawals', () => {
  const stack = new Stack(new App(), 'Website');
  exampleWith('ApiDestination').rebuildWebsite?.(stack);
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
