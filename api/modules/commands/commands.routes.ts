import type { FastifyInstance } from 'fastify';
import { decide } from '#domain/access/policy';
import { endpoints } from '#domain/contracts/endpoints';
import { DomainError } from '#domain/errors';
import { findCommand, listOpenCommands, markSeen } from '#db/repositories/command-book';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';
import { toCommandView } from './commands.service';

export function registerCommands(app: FastifyInstance, { pool }: ApiDeps): void {
  mount(app, endpoints.myCommands, async ({ reader, locale }) => {
    const rows = await listOpenCommands(pool, reader.personId);
    return { items: rows.map((row) => toCommandView(row, locale)) };
  });

  mount(app, endpoints.getCommand, async ({ params, reader, locale }) => {
    const row = await findCommand(pool, params.id);
    if (row === null || !decide(reader, 'command.read', { personId: row.personId }).allow) throw new DomainError('NOT_FOUND');
    return toCommandView(row, locale);
  });

  mount(app, endpoints.commandSeen, async ({ params, reader }) => {
    if (!(await markSeen(pool, { id: params.id, personId: reader.personId }))) throw new DomainError('NOT_FOUND');
    return { ok: true as const };
  });
}
