/** An expected refusal thrown by an activity is final: retrying it would refuse it again. */
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import { isDomainError } from '#domain/errors';

export class DomainErrorInterceptor implements ActivityInboundCallsInterceptor {
  async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>): Promise<unknown> {
    try {
      return await next(input);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      throw ApplicationFailure.create({ type: error.code, message: error.code, nonRetryable: true, details: [error.details], cause: error });
    }
  }
}
