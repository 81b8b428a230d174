/** Which tests must notice when a guard of which files is gone. */
export const GROUPS = [
  { name: 'access', project: 'unit', tests: ['domain/access'], files: ['domain/access/policy.ts', 'domain/access/read.ts', 'domain/access/subject.ts'] },
  { name: 'numbering', project: 'unit', tests: ['domain/numbering'], files: ['allocate', 'book', 'entries', 'letter-number'].map((name) => `domain/numbering/${name}.ts`) },
  { name: 'people', project: 'unit', tests: ['domain/people'], files: ['domain/people/appointments.ts', 'domain/people/posts-in-force.ts'] },
  { name: 'assignee', project: 'unit', tests: ['domain/route/assignee'], files: ['domain/route/assignee.ts'] },
  {
    name: 'engine', project: 'unit', tests: ['domain/route/on-', 'domain/route/steps', 'domain/route/engine.test', 'domain/route/move-version', 'domain/route/facts'],
    files: ['on-task', 'on-letter', 'on-machine', 'acts', 'engine'].map((name) => `domain/route/${name}.ts`),
  },
  { name: 'commit', project: 'integration', tests: ['activities/commit-transition', 'activities/people'], files: ['activities/commit/entitlement.ts', 'activities/commit-transition.ts'] },
  { name: 'chosen', project: 'integration', tests: ['activities/clearance'], files: ['activities/commit/chosen.ts'] },
  {
    name: 'tasks', project: 'integration', tests: ['clearance', 'commit-transition', 'reminders', 'people'].map((name) => `activities/${name}`),
    files: ['activities/commit/notices.ts', 'activities/commit/tasks.ts', 'activities/commit/reminders.ts'],
  },
  { name: 'deliveries', project: 'integration', tests: ['activities/deliveries'], files: ['activities/commit/deliveries.ts'] },
  { name: 'numbers', project: 'integration', tests: ['activities/numbers'], files: ['activities/commit/numbers.ts'] },
  { name: 'signatures', project: 'integration', tests: ['activities/people'], files: ['activities/commit/texts.ts'] },
  { name: 'database', project: 'integration', tests: ['activities/commit-transition', 'activities/numbers', 'db/repositories', 'db/migrate'], files: ['prisma/migrations/20261121000001_guards/migration.sql'] },
];
