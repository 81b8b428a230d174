import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { API_PREFIX } from '#domain/contracts/endpoints';
import { DomainError } from '#domain/errors';
import type { ApiDeps } from '../deps';
import { sendProblem } from './problems';

/** Serves the built UI; an address that is no file is a page of it. */
export async function registerUi(app: FastifyInstance, { config }: Pick<ApiDeps, 'config'>): Promise<void> {
  const hasUi = config.uiFolder !== null && existsSync(config.uiFolder);
  if (hasUi && config.uiFolder !== null) {
    await app.register(fastifyStatic, {
      root: config.uiFolder,
      // Packed forms stand beside the files (admin-ui/vite.config.ts).
      preCompressed: true,
      // What tells which script asks for which is nobody's business.
      dotfiles: 'ignore',
      // Names of built files carry their content's hash; the page itself must be asked for again.
      setHeaders: (reply, path) => {
        reply.header('cache-control', /\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = hasUi && request.method === 'GET' && !request.url.startsWith(API_PREFIX) && !/\.[a-z0-9]{2,5}(\?|$)/i.test(request.url);
    return isPage ? reply.header('cache-control', 'no-cache').sendFile('index.html') : sendProblem(request, reply, new DomainError('NOT_FOUND'));
  });
}
