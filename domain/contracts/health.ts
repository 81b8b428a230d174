import { z } from 'zod';

export const liveSchema = z.object({ status: z.literal('ok'), version: z.string() });
export const readySchema = z.object({
  status: z.enum(['ok', 'degraded', 'down']),
  parts: z.object({ database: z.boolean(), temporal: z.boolean(), files: z.boolean() }),
});
