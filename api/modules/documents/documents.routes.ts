import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import { mount } from '../../plugins/mount';
import { keepPlaces, sendContent, sendRendition } from './read.service';
import { takeFile, type UploadDeps } from './upload.service';

/** In a scope of its own: here any content type is a stream of bytes. */
export async function registerDocuments(app: FastifyInstance, deps: UploadDeps): Promise<void> {
  await app.register(async (files) => {
    files.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

    mount(files, endpoints.upload, ({ request, query, reader }) => takeFile(deps, { request, query, reader }));

    mount(files, endpoints.documentContent, ({ params, query, reader, session, request, reply }) =>
      sendContent(deps, { ...params, isDownload: query.download === 'true', reader, session, request, reply }));

    mount(files, endpoints.documentRendition, ({ params, query, reader, session, request, reply }) =>
      sendRendition(deps, { ...params, isDownload: query.download === 'true', reader, session, request, reply }));

    mount(files, endpoints.savePlaces, ({ params, body, reader }) => keepPlaces(deps, { ...params, ...body, reader }));
  });
}
