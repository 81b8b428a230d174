import type { FastifyInstance } from 'fastify';
import { endpoints } from '#domain/contracts/endpoints';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { changeSettings, readSettings } from './notice-settings.service';
import { markRead, readNotices } from './notices.service';

export function registerNotices(app: FastifyInstance, deps: ApiDeps): void {
  mount(app, endpoints.listNotices, async ({ reader, query, locale }) => readNotices(deps, reader, { ...query, locale }));
  mount(app, endpoints.noticesRead, async ({ reader, body }) => {
    await markRead(deps, reader, body.ids);
    return { ok: true as const };
  });
  mount(app, endpoints.noticeSettings, ({ reader }) => readSettings(deps, reader));
  mount(app, endpoints.changeNoticeSettings, ({ reader, body }) => changeSettings(deps, reader, body));
}
