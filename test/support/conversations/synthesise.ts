import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { StageConfig } from '../../../lib/config/stages';
import { addShowNotesPipeline } from '../../../lib/show-notes-pipeline';

/**
 * The app as the CLI builds it, but without running esbuild, for template tests are about resources, not bundles; and
 * without the checks and traces of every resource, which `cdk synth` makes and which take most of the time.
 */
export function appForTemplates(): App {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  return new App({
    context: { ...context, 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-creation-stack-traces': true },
    builtinCloudFormationValidation: false,
    stackTraces: false,
  });
}

/** The templates of one stage's three stacks. */
export function templatesOf(stage: StageConfig) {
  const { stateful, delivery, pipeline } = addShowNotesPipeline(appForTemplates(), stage);
  return {
    stateful: Template.fromStack(stateful),
    delivery: Template.fromStack(delivery),
    pipeline: Template.fromStack(pipeline),
  };
}
