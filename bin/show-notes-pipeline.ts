import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { stageNamed } from '../lib/config/stages';
import { addShowNotesPipeline } from '../lib/show-notes-pipeline';

const app = new App();
addShowNotesPipeline(app, stageNamed(String(app.node.tryGetContext('stage'))));
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
