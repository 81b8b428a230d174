/** One slow effect: retried until it is done, seen by operators where it is not. */
import { proxyActivities, setWorkflowOptions, workflowInfo } from '@temporalio/workflow';
import { TASK_QUEUES, type CarryOutInput, type DocumentActivities } from '#domain/messages';

const documents = proxyActivities<DocumentActivities>({
  taskQueue: TASK_QUEUES.documents,
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

const CARRY: { readonly [K in CarryOutInput['kind']]: (input: CarryOutInput) => Promise<unknown> } = {
  render: ({ letterId, effectId, what }) => documents.render({ letterId, effectId, what }),
};

export async function carryOut(input: CarryOutInput): Promise<void> {
  await CARRY[input.kind](input);
}
setWorkflowOptions(() => ((workflowInfo().currentDeploymentVersion?.deploymentName ?? '') === '' ? {} : { versioningBehavior: 'AUTO_UPGRADE' }), carryOut);
