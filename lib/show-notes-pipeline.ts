import { type App, Tags } from 'aws-cdk-lib';
import { type StackPart, stackName } from '../lambdas/contract/stack-names';
import type { StageConfig } from './config/stages';
import { DeliveryStack } from './delivery-stack';
import { PipelineStack } from './pipeline-stack';
import { StatefulStack } from './stateful-stack';

export interface ShowNotesPipeline {
  readonly stateful: StatefulStack;
  readonly delivery: DeliveryStack;
  readonly pipeline: PipelineStack;
}

/** The three stacks of one stage: what must not be lost, what visitors fetch, what does the work. */
export function addShowNotesPipeline(app: App, stage: StageConfig): ShowNotesPipeline {
  const nameOf = (part: StackPart): string => stackName(stage.name, part);
  const stateful = new StatefulStack(app, nameOf('Stateful'), { stage });
  const delivery = new DeliveryStack(app, nameOf('Delivery'), { stage, published: stateful.published });
  const pipeline = new PipelineStack(app, nameOf('Pipeline'), {
    stage,
    uploads: stateful.uploads,
    published: stateful.published,
    table: stateful.table,
    distribution: delivery.distribution,
    siteAddress: delivery.siteAddress,
  });
  Tags.of(app).add('application', 'show-notes-pipeline');
  Tags.of(app).add('stage', stage.name);
  return { stateful, delivery, pipeline };
}
