/**
 * Programs that npm does not carry: Temporal's server, its time-skipping test server, an S3 server and a validator of PDFs for tests.
 * Each is looked for in the environment, on PATH and in our cache, and else built or fetched into the cache once.
 * Two runs at the same time do not collide: one builds, the other waits.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isExecutable, run, say, step, Trouble, which, withLock } from './shell.mjs';

const here = dirname(fileURLToPath(import.meta.url));

export const TEMPORAL_VERSION = '1.32.1';
const TEMPORAL_CLI_VERSION = '1.5.1';
const TEST_SERVER_VERSION = '1.32.1';
const VERAPDF_VERSION = '1.28.2';
const MINIO_VERSION = 'v0.0.0-20260212201848-7aac2a2c5b7c';
const MAVEN_CENTRAL = 'https://repo.maven.apache.org/maven2';

/** Where built and fetched programs are kept between runs. */
export function cacheDir() {
  return resolve(process.env.SARABAN_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'saraban'));
}

/**
 * Temporal's production server and its schema tool: `{ server, sql }`, or null where there is neither binary nor Go.
 * PATH is trusted only for `temporal-server` together with `temporal-sql-tool`, the names its own releases use.
 */
export async function findTemporalServer({ mayBuild = true } = {}) {
  const onPath = { server: which('temporal-server'), sql: which('temporal-sql-tool') };
  if (onPath.server && onPath.sql) return onPath;
  const folder = join(cacheDir(), `temporal-${TEMPORAL_VERSION}`, 'bin');
  const cached = { server: join(folder, exe('server')), sql: join(folder, exe('sql')) };
  if (isExecutable(cached.server) && isExecutable(cached.sql)) return cached;
  if (!mayBuild || !which('go')) return null;
  await buildWithGo(`Temporal server ${TEMPORAL_VERSION}`, folder, [
    `go.temporal.io/server/cmd/server@v${TEMPORAL_VERSION}`,
    `go.temporal.io/server/cmd/tools/sql@v${TEMPORAL_VERSION}`,
  ]);
  return cached;
}

/**
 * Temporal's command line with its development server: from PATH or the cache, built where Go is there, or (`mayDownload`, needs
 * node_modules) fetched by the SDK; null where none of these works.
 */
export async function findTemporalCli({ mayDownload = false } = {}) {
  const onPath = which('temporal');
  if (onPath) return onPath;
  const folder = join(cacheDir(), `temporal-cli-${TEMPORAL_CLI_VERSION}`, 'bin');
  const cached = join(folder, exe('temporal'));
  if (isExecutable(cached)) return cached;
  if (which('go')) {
    await buildWithGo(`Temporal CLI ${TEMPORAL_CLI_VERSION}`, folder, [`github.com/temporalio/cli/cmd/temporal@v${TEMPORAL_CLI_VERSION}`]);
    return cached;
  }
  return mayDownload ? downloadTemporalCli() : null;
}

/** The SDK fetches the program only by starting a server: it is stopped again at once, and the file stays. */
async function downloadTemporalCli() {
  const folder = join(cacheDir(), 'temporal-cli-sdk');
  const find = () => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)).find(isExecutable) : undefined);
  const there = find();
  if (there) return there;
  mkdirSync(folder, { recursive: true });
  try {
    await step('download Temporal (the SDK does it)', async () => {
      const { TestWorkflowEnvironment } = await import('@temporalio/testing');
      const environment = await TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'cached-download', downloadDir: folder } } });
      await environment.teardown();
    });
  } catch (error) {
    say(`  ${error.message}`);
  }
  return find() ?? null;
}

/** An S3 server for tests: the path of a `minio` binary. Throws with a remedy where none can be had. */
export async function getMinio() {
  const onPath = which('minio');
  if (onPath) return onPath;
  const folder = join(cacheDir(), 'minio-latest', 'bin');
  const cached = join(folder, exe('minio'));
  if (isExecutable(cached)) return cached;
  if (!which('go')) throw new Trouble('The S3 tests need a MinIO server. Remedy: put `minio` on PATH, or install Go so that it can be built.');
  await buildWithGo('MinIO (S3 server for tests)', folder, [`github.com/minio/minio@${MINIO_VERSION}`]);
  return cached;
}

/**
 * Temporal's server with time skipping, as the path of a program that takes a port; null tells the caller to let the
 * SDK download one. It is a Java program: the jars come from Maven Central by a list of exact versions and hashes.
 */
export async function findTemporalTestServer() {
  const onPath = process.env.TEMPORAL_TEST_SERVER || which('temporal-test-server');
  return onPath || findJavaProgram({
    program: 'temporal-test-server', label: 'Temporal test server (time skipping)', main: 'io.temporal.testserver.TestServer',
    group: 'io.temporal', artifact: 'temporal-test-server', version: TEST_SERVER_VERSION,
  });
}

/**
 * veraPDF, which says whether a PDF can be archived (PDF/A), as the path of a program; null where there is no Java. Jars as above.
 */
export async function findVeraPdf() {
  return which('verapdf') || findJavaProgram({
    program: 'verapdf', label: 'veraPDF (validator of PDF/A)', main: 'org.verapdf.apps.GreenfieldCliWrapper',
    group: 'org.verapdf.apps', artifact: 'greenfield-apps', version: VERAPDF_VERSION,
  });
}

async function findJavaProgram({ program, label, main, ...from }) {
  if (!which('java') || process.platform === 'win32') return null;
  const folder = join(cacheDir(), `${program}-${from.version}`);
  const script = join(folder, program);
  if (isExecutable(script)) return script;
  await inCache(folder, label, [program], async (scratch) => {
    const jars = await fetchJars(join(scratch, 'lib'), { list: `${program}.sha256`, ...from });
    const classPath = jars.map((jar) => join(folder, 'lib', jar)).join(delimiter);
    // Serial collector and first-tier compiler: the programs are small and short-lived, and start in half the time.
    const java = `exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -cp '${classPath}' ${main} "$@"`;
    writeFileSync(join(scratch, program), `#!/bin/sh\n${java}\n`);
    chmodSync(join(scratch, program), 0o755);
  });
  return script;
}

async function fetchJars(folder, { list, ...from }) {
  mkdirSync(folder, { recursive: true });
  const wanted = readFileSync(join(here, list), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [hash, path] = line.split(/\s+/);
      return { hash, path, name: basename(path) };
    });
  const fromMaven = which('mvn') ? await copyWithMaven(folder, from).catch(() => false) : false;
  for (const { hash, path, name } of wanted) {
    const target = join(folder, name);
    if (!fromMaven || !existsSync(target)) writeFileSync(target, await download(`${MAVEN_CENTRAL}/${path}`));
    if (sha256(readFileSync(target)) !== hash) throw new Trouble(`${name} from Maven Central is not the file expected (SHA-256 differs).`);
  }
  return wanted.map(({ name }) => name);
}

/** Maven knows the machine's mirrors and proxies, so it goes first where it is there. */
async function copyWithMaven(folder, { group, artifact, version }) {
  const project = mkdtempSync(join(folder, 'pom-'));
  const dependency = `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  writeFileSync(
    join(project, 'pom.xml'),
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>local</groupId><artifactId>local</artifactId><version>1</version><dependencies>${dependency}</dependencies></project>`,
  );
  try {
    await run('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`], { cwd: project });
    return true;
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

async function download(url) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(120_000) }).catch((error) => {
    throw new Trouble(`${url} could not be fetched: ${error.cause?.message ?? error.message}`);
  });
  if (!answer.ok) throw new Trouble(`${url} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

async function buildWithGo(name, folder, packages) {
  await inCache(dirname(folder), `${name}, built with Go (some minutes, once)`, packages.map((path) => join('bin', exe(programOf(path)))), async (scratch) => {
    // CGO off: no C compiler is needed, and the binary runs on any machine of its kind.
    const env = { GOBIN: join(scratch, 'bin'), CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false', GOTOOLCHAIN: 'auto' };
    let lastLine = '';
    const ticker = setInterval(() => lastLine && say(`    ${lastLine}`), 15_000);
    try {
      await run('go', ['install', '-v', '-trimpath', '-ldflags=-s -w', ...packages], {
        env,
        cwd: scratch,
        onLine: (line) => {
          lastLine = line;
        },
      });
    } catch (error) {
      throw new Trouble(`${name} could not be built.\n${error.message}\nRemedy: check that Go 1.26 or newer reaches its module proxy (go env GOPROXY).`);
    } finally {
      clearInterval(ticker);
    }
  });
}

/** Fills a folder of the cache: made beside it and moved into place when whole, under a lock. */
async function inCache(folder, label, files, fill) {
  await withLock(
    `${folder}.lock`,
    async () => {
      if (files.every((file) => existsSync(join(folder, file)))) return;
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(dirname(folder), { recursive: true });
      const scratch = mkdtempSync(`${folder}.part-`);
      try {
        await step(label, () => fill(scratch));
        chmodSync(scratch, 0o755);
        renameSync(scratch, folder);
      } finally {
        rmSync(scratch, { recursive: true, force: true });
      }
    },
    { waiting: () => say(`  … ${label}: another run is at it, waiting`) },
  );
}

/** `…/cmd/server@v1` makes a program called `server`. */
function programOf(packagePath) {
  return basename(packagePath.split('@')[0]);
}

function exe(name) {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
