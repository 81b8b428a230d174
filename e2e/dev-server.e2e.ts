/**
 * The product on a machine that has neither Temporal's server nor Go: `npm start` takes the command line's development server with
 * its file, and a letter lives its whole life on it, over a crash of that server and a restart of everything.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { DEMO_PASSWORD } from '#db/seeds/demo';
import type { LetterPage } from '#domain/contracts/letter-page';
import type { Session } from '#domain/contracts/session';
import type { TaskForm } from '#domain/contracts/task-form';
import { startProduct, type Product } from '../bench/lib/product';
import { signInAt, type ApiPerson } from './support/by-api';
import { until } from './support/until';

// The command line may have to be built first.
jest.setTimeout(900_000);

/** Node, what a shell needs, and what PostgreSQL needs where root starts it. */
const NEEDED = ['node', 'sh', 'env', 'setpriv', 'useradd'];
const scratch = mkdtempSync(join(tmpdir(), 'saraban-bare-'));
const folder = join(scratch, 'data');
let product: Product;

beforeAll(async () => {
  const bin = join(scratch, 'bin');
  mkdirSync(bin);
  for (const name of NEEDED) {
    const path = onPath(name);
    if (path !== undefined) symlinkSync(path, join(bin, name));
  }
  // Asked in a process of its own: Jest does not load the scripts' modules.
  const cli = execFileSync(process.execPath, ['--input-type=module', '-e', `import { findTemporalCli } from './infra/lib/tools.mjs'; process.stdout.write((await findTemporalCli({ mayDownload: true })) ?? '')`], {
    cwd: join(__dirname, '..'), encoding: 'utf8',
  });
  symlinkSync(cli, join(bin, 'temporal'));
  product = await begin();
});
afterAll(async () => {
  await product?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const begin = (): Promise<Product> =>
  startProduct({ folder, args: ['--no-build'], env: { PATH: join(scratch, 'bin'), HOME: scratch, SARABAN_CACHE: join(scratch, 'cache'), XDG_CACHE_HOME: join(scratch, 'cache') } });
const onPath = (name: string): string | undefined => (process.env['PATH'] ?? '').split(delimiter).map((each) => join(each, name)).find(existsSync);
const enter = (login: string): Promise<ApiPerson> => signInAt(product.running().url, { login, password: DEMO_PASSWORD });

test('a letter is taken in, directed and done, while its server is killed and all of it is started again', async () => {
  expect(product.running()).toMatchObject({ temporalKind: 'dev server' });
  const clerk = await enter('lopburi.registry.clerk');
  const { posts } = await clerk.get<Session>('/session');
  const { letterId } = await clerk.send<{ letterId: string }>('POST', '/letters', {
    type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', subject: 'ขอความอนุเคราะห์ข้อมูลแหล่งน้ำ', fromText: 'เทศบาลเมืองลพบุรี',
    toText: 'ผู้ว่าราชการจังหวัดลพบุรี', postId: posts[0]?.id,
  });
  await (await enter('lopburi.office-head')).act(letterId, { outcome: 'approve', note: 'เห็นควรมอบกลุ่มงานยุทธศาสตร์ฯ' });

  const before = product.running().parts['temporal']?.pid ?? 0;
  process.kill(before, 'SIGKILL');
  await until('the development server again', () => (product.running().parts['temporal']?.pid ?? before) !== before, 120_000);
  const governor = await enter('lopburi.governor');
  const { myTasks } = await governor.get<LetterPage>(`/letters/${letterId}`);
  const strategy = formOf(myTasks).units.find(({ code }) => code === 'strategy');
  await governor.act(letterId, {
    outcome: 'assign', action: 'assigned', note: 'ดำเนินการ', due: { at: inAWeek() }, picks: [{ unitId: strategy?.id, role: 'main' }],
  });

  await product.stop();
  product = await begin();
  const head = await enter('lopburi.strategy.head');
  await head.act(letterId, { outcome: 'approve' });
  await head.act(letterId, { outcome: 'done', note: 'ดำเนินการแล้ว' });
  await until('the end of the letter', async () => (await head.get<LetterPage>(`/letters/${letterId}`)).status === 'ended');
  expect(await head.get<LetterPage>(`/letters/${letterId}`)).toMatchObject({ outcome: 'closed' });
});

const inAWeek = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
const formOf = (tasks: LetterPage['myTasks']): TaskForm => {
  const form = tasks[0]?.form;
  if (form === undefined) throw new Error('there is no task');
  return form;
};
