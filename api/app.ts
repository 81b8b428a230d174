import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { API_PREFIX } from '#domain/contracts/endpoints';
import { DomainError } from '#domain/errors';
import { createPeopleMemory } from '#db/repositories/people-memory';
import { createLetterClient } from '#platform/temporal/letter-client';
import type { ApiDeps } from './deps';
import { createLongJobs } from './long-jobs/long-jobs';
import { createWhatIfRunner } from './what-if/runner';
import { registerAccess } from './modules/access/access.routes';
import { registerAudit } from './modules/audit/audit.routes';
import { registerBooks } from './modules/books/books.routes';
import { registerCorrespondents } from './modules/correspondents/correspondents.routes';
import { registerClerk } from './modules/clerk/clerk.routes';
import { registerIntake } from './modules/intake/intake.routes';
import { registerCalendar } from './modules/calendar/calendar.routes';
import { registerDesk } from './modules/desk/desk.routes';
import { registerDocuments } from './modules/documents/documents.routes';
import { registerDirectory } from './modules/directory/directory.routes';
import { registerEvents } from './modules/events/events.routes';
import { registerNotices } from './modules/notices/notices.routes';
import { registerOrganisation } from './modules/organisation/organisation.routes';
import { registerPeople } from './modules/people/people.routes';
import { registerPresence } from './modules/presence/presence.routes';
import { createCommandNews } from './modules/commands/command-news';
import { registerCommands } from './modules/commands/commands.routes';
import { registerHandOver } from './modules/hand-over/hand-over.routes';
import { registerHealth } from './modules/health/health.routes';
import { registerLetters } from './modules/letters/letters.routes';
import { registerRouteDesign } from './modules/route-design/route-design.routes';
import { registerMatters } from './modules/matters/matters.routes';
import { registerSearch } from './modules/search/search.routes';
import { registerSession } from './modules/session/session.routes';
import { registerSetUp } from './modules/set-up/set-up.routes';
import { registerSigning } from './modules/signing/signing.routes';
import { registerStamps } from './modules/stamps/stamps.routes';
import { registerSupervision } from './modules/supervision/supervision.routes';
import { registerSystem } from './modules/system/system.routes';
import { registerTasks } from './modules/tasks/tasks.routes';
import { registerHeaders } from './plugins/headers';
import { registerMetrics } from './plugins/metrics';
import { registerOpenApi } from './plugins/openapi';
import { createLoginLimiter } from './plugins/login-limiter';
import { registerDepthLimit, registerProblems, sendProblem } from './plugins/problems';
import { registerRequestLog } from './plugins/request-log';
import { registerSessions } from './plugins/sessions';
import { registerUi } from './plugins/ui';

/** JSON bodies hold at most a letter's text; files are streamed past this limit. */
const BODY_LIMIT = 2 * 1024 * 1024;

/** What opening one file may cost: a scan of hundreds of pages takes a fraction of it. */
const FILE_TIMEOUT_MS = 15_000;
const FILE_GROWTH_MB = 512;

/** Builds the API: plugins, then one module per resource. Nothing listens yet. */
export async function buildApp(deps: ApiDeps): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    trustProxy: deps.config.trustProxy,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerProblems(app, deps.log);
  registerRequestLog(app, deps);
  registerMetrics(app, deps);
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: deps.config.uploadMaxBytes + 1 } });
  await registerHeaders(app, deps);
  await registerOpenApi(app, deps);
  const people = createPeopleMemory();
  const limiter = createLoginLimiter(deps.pool, deps.config.loginLimit);
  const longJobs = createLongJobs();
  // Files of strangers are opened apart from everything else: what is made to hurt costs its own thread.
  const fileJobs = createLongJobs({ timeoutMs: FILE_TIMEOUT_MS, maxWaiting: 64, growthMb: FILE_GROWTH_MB, gaveUp: 'FILE_TOO_COMPLEX' });
  const whatIf = createWhatIfRunner(deps);
  const news = createCommandNews(deps.pool);
  const acting = { ...deps, limiter, news, letters: createLetterClient(deps.temporal) };
  app.addHook('onClose', () => Promise.all([longJobs.close(), fileJobs.close(), news.close(), whatIf.close()]).then(() => undefined));
  await app.register(
    async (api) => {
      registerSessions(api, { ...deps, people });
      registerDepthLimit(api);
      registerSession(api, deps, limiter);
      registerDesk(api, deps);
      registerSigning(api, { ...deps, limiter });
      registerTasks(api, acting);
      registerLetters(api, { ...acting, people, longJobs });
      registerSearch(api, deps);
      registerMatters(api, deps);
      registerStamps(api, { ...deps, longJobs });
      registerCommands(api, deps);
      await registerDocuments(api, { ...deps, fileJobs });
      registerHealth(api, deps);
      registerCalendar(api, deps);
      registerEvents(api, { ...deps, people });
      registerBooks(api, { ...deps, longJobs });
      registerDirectory(api, deps);
      registerNotices(api, deps);
      registerOrganisation(api, deps);
      registerPeople(api, deps);
      registerPresence(api, deps);
      registerSupervision(api, deps);
      registerAccess(api, deps);
      registerAudit(api, deps);
      registerHandOver(api, acting);
      registerSetUp(api, deps);
      registerRouteDesign(api, { ...deps, longJobs, whatIf });
      registerSystem(api, deps);
      registerClerk(api, deps);
      registerCorrespondents(api, deps);
      registerIntake(api, deps);
      api.setNotFoundHandler((request, reply) => sendProblem(request, reply, new DomainError('NOT_FOUND')));
    },
    { prefix: API_PREFIX },
  );
  await registerUi(app, deps);
  return app;
}
