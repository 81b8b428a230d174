import { workflowBundle } from '#test/support/workflow-bundle';

jest.setTimeout(120_000);

/** Every cached letter pays for what the bundle allocates. Bytes of code, without the source map that is only read on errors. */
const BUDGET = 850_000;

const modulesOf = (code: string): string[] => [...code.matchAll(/^\/\*\*\*\/ "([^"]+)"$/gm)].map((match) => match[1] ?? '');

test('the workflow bundle holds no schema library and stays within its budget', async () => {
  const { code } = await workflowBundle();
  const withoutMap = code.replace(/\/\/# sourceMappingURL=[^\n]*/g, '');
  const modules = modulesOf(withoutMap);
  expect(modules.some((path) => path.includes('domain/route/engine'))).toBe(true);
  expect(modules.filter((path) => /node_modules\/(?!@temporalio|long|nexus|ms\/|protobufjs|@protobufjs)/.test(path))).toEqual([]);
  expect(modules.filter((path) => /\/zod\/|\.form\.ts$|\/(activities|db|platform\/(?!temporal)|api)\//.test(path))).toEqual([]);
  expect(Buffer.byteLength(withoutMap)).toBeLessThan(BUDGET);
});
