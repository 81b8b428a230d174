import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { API_PREFIX } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../deps';

const DOCS = `${API_PREFIX}/docs`;
/** The reference page starts itself by an inline script and styles itself; it shows nothing but the description. */
const DOCS_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** OpenAPI 3.1 of every mounted endpoint, as JSON and as pages to browse. */
export async function registerOpenApi(app: FastifyInstance, { config }: Pick<ApiDeps, 'config'>): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'e-Saraban',
        version: config.version,
        description:
          'Official letters of government offices. Sign in with `POST /session`; send its `csrfToken` as `X-CSRF-Token` with every change; every act carries an `Idempotency-Key` and is answered with 200 (done) or 202 (accepted, being applied: ask `GET /commands/{id}`). Refusals have the form `Problem`, in Thai or English by `Accept-Language`.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'saraban' },
          csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get(`${API_PREFIX}/openapi.json`, { schema: { hide: true } }, async () => app.swagger());
  await app.register(scalar, {
    routePrefix: DOCS,
    configuration: { url: `${API_PREFIX}/openapi.json`, withDefaultFonts: false, telemetry: false },
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.url.startsWith(DOCS)) reply.header('content-security-policy', DOCS_POLICY);
    return payload;
  });
}
