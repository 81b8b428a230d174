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
  { name: 'directing', project: 'unit', tests: ['domain/route/steps/assign'], files: ['domain/route/steps/assign.ts'] },
  { name: 'which-route', project: 'unit', tests: ['domain/route/which-route'], files: ['domain/route/which-route.ts'] },
  { name: 'rehearsal', project: 'unit', tests: ['domain/route/rehearsal'], files: ['choices', 'places'].map((name) => `domain/route/rehearsal/${name}.ts`) },
  {
    name: 'drawing', project: 'unit', tests: ['operations', 'fixes', 'route-part', 'take-over', 'move-version'].map((name) => `domain/route/${name}`),
    files: ['operations', 'edits', 'take-over', 'can-move', 'move-version'].map((name) => `domain/route/${name}.ts`),
  },
  { name: 'presence', project: 'unit', tests: ['domain/people'], files: ['presence', 'signing', 'signature-block'].map((name) => `domain/people/${name}.ts`) },
  { name: 'commit', project: 'integration', tests: ['activities/commit-transition', 'activities/people'], files: ['activities/commit/entitlement.ts', 'activities/commit-transition.ts'] },
  { name: 'chosen', project: 'integration', tests: ['activities/clearance'], files: ['activities/commit/chosen.ts'] },
  {
    name: 'tasks', project: 'integration', tests: ['clearance', 'commit-transition', 'reminders', 'people'].map((name) => `activities/${name}`),
    files: ['activities/commit/notices.ts', 'activities/commit/tasks.ts', 'activities/commit/reminders.ts'],
  },
  { name: 'deliveries', project: 'integration', tests: ['activities/deliveries'], files: ['activities/commit/deliveries.ts'] },
  { name: 'numbers', project: 'integration', tests: ['activities/numbers'], files: ['activities/commit/numbers.ts'] },
  { name: 'picks', project: 'integration', tests: ['api/modules/letters/given-to-post'], files: ['api/modules/letters/picks.ts'] },
  {
    name: 'route-rights', project: 'integration', tests: ['drafts', 'life', 'publishing', 'tables', 'route-files'].map((name) => `api/modules/route-design/${name}.int`),
    files: ['rights', 'drafts.service', 'publishing.service', 'proposals.service', 'tables.service'].map((name) => `api/modules/route-design/${name}.ts`),
  },
  {
    name: 'route-moves', project: 'integration', tests: ['worker/route-mover', 'api/modules/route-design/life.int'],
    files: ['api/modules/route-design/moves.service.ts', 'db/repositories/route-moves.ts', 'worker/route-mover.ts'],
  },
  { name: 'signatures', project: 'integration', tests: ['activities/people', 'activities/texts'], files: ['activities/commit/texts.ts'] },
  { name: 'database', project: 'integration', tests: ['activities/commit-transition', 'activities/numbers', 'db/repositories', 'db/migrate'], files: ['prisma/migrations/20261121000001_guards/migration.sql'] },
];
