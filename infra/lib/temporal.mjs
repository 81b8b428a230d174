/** Temporal's server as a child process: the production server on PostgreSQL, or the CLI's development server with its file. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { endProcess, freePorts, run, Trouble, waitFor } from './shell.mjs';

const DATABASES = { temporal: 'temporal', temporal_visibility: 'visibility' };

/** Ports of one server: the frontend's, by which it is reached, and those its services use among themselves. */
export const PORTS = 9;

/**
 * Starts the production server, all four services in one process, making its two databases at the first start.
 * `postgres` is `{ host, port, user, password }` of an account that may create databases; `shards` can never change afterwards.
 * After a kill it comes back at once only on the same `ports`: for others, it waits for the dead ones to be forgotten.
 * `forTests` lets short timers fire at once and makes a new namespace usable within a tenth of a second.
 */
export async function startTemporalServer({ programs, postgres, folder, logFile, shards, ports, forTests = false, databasePrefix = '' }) {
  mkdirSync(folder, { recursive: true });
  await ensureSchemas(programs.sql, postgres, databasePrefix);
  const [frontend, ...internal] = ports ?? (await freePorts(PORTS));
  const dynamicConfig = join(folder, 'dynamic-config.yaml');
  writeFileSync(dynamicConfig, toDynamicConfig(forTests));
  const config = join(folder, 'temporal.yaml');
  // JSON is YAML too. The file holds a password.
  writeFileSync(config, JSON.stringify(toConfig({ postgres, shards, frontend, internal, dynamicConfig, databasePrefix }), null, 2), { mode: 0o600 });
  const server = launch(programs.server, ['--config-file', config, '--allow-no-auth', 'start'], { cwd: folder, logFile });
  await untilListening(server, frontend, logFile);
  return { address: `127.0.0.1:${frontend}`, kind: 'server', pid: server.pid, child: server.child, stop: () => endProcess(server.pid, { patienceMs: 20_000 }) };
}

/** Starts the command line's development server with its state in one SQLite file. Slower; not for load. */
export async function startTemporalDevServer({ program, folder, logFile, port }) {
  mkdirSync(folder, { recursive: true });
  const frontend = port ?? (await freePorts(1))[0];
  const settings = { 'frontend.namespaceRPS.visibility': 30, 'system.enableEagerWorkflowStart': true };
  const args = [
    ...['server', 'start-dev', '--headless', '--log-level', 'warn', '--ip', '127.0.0.1', '--port', String(frontend)],
    ...['--db-filename', join(folder, 'temporal.sqlite')],
    ...Object.entries(settings).flatMap(([name, value]) => ['--dynamic-config-value', `${name}=${value}`]),
  ];
  const server = launch(program, args, { cwd: folder, logFile });
  await untilListening(server, frontend, logFile);
  return { address: `127.0.0.1:${frontend}`, kind: 'dev server', pid: server.pid, child: server.child, stop: () => endProcess(server.pid) };
}

/** Whether something takes connections at `host:port`. */
export function isListening(address) {
  const [host, port] = address.split(':');
  return new Promise((resolve) => {
    const socket = connect(Number(port), host);
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => done(false));
    socket.on('connect', () => done(true));
    socket.on('error', () => done(false));
  });
}

function launch(program, args, { cwd, logFile }) {
  const log = openSync(logFile, 'a');
  const child = spawn(program, args, { cwd, detached: true, stdio: ['ignore', log, log] });
  child.unref();
  const server = { pid: child.pid, child, ended: false };
  child.on('exit', () => {
    server.ended = true;
  });
  child.on('error', () => {
    server.ended = true;
  });
  return server;
}

async function untilListening(server, port, logFile) {
  await waitFor('Temporal', () => isListening(`127.0.0.1:${port}`), { stillAlive: () => !server.ended, timeoutMs: 120_000 }).catch(async (error) => {
    await endProcess(server.pid);
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n') : '';
    throw new Trouble(`${error.message}\nIts log: ${logFile}\n${log}`);
  });
}

/** `create` and `setup` say so when there is something already; `update` goes from whatever version is there to the newest. */
async function ensureSchemas(sql, postgres, prefix) {
  await Promise.all(
    Object.entries(DATABASES).map(async ([name, schema]) => {
      const env = { SQL_PLUGIN: 'postgres12_pgx', SQL_HOST: postgres.host, SQL_PORT: String(postgres.port), SQL_USER: postgres.user, SQL_PASSWORD: postgres.password };
      const tool = (...args) => run(sql, ['--db', prefix + name, ...args], { env });
      await tool('create').catch((error) => {
        if (!/already exists/i.test(error.message)) throw error;
      });
      await tool('update', '--schema-name', `postgresql/v12/${schema}`).catch(async () => {
        await tool('setup', '-v', '0.0');
        await tool('update', '--schema-name', `postgresql/v12/${schema}`);
      });
    }),
  );
}

function toConfig({ postgres, shards, frontend, internal, dynamicConfig, databasePrefix }) {
  const store = (databaseName, maxConns) => ({
    sql: {
      pluginName: 'postgres12_pgx',
      databaseName: databasePrefix + databaseName,
      connectAddr: `${postgres.host}:${postgres.port}`,
      connectProtocol: 'tcp',
      user: postgres.user,
      password: postgres.password,
      maxConns,
      maxIdleConns: maxConns,
      maxConnLifetime: '1h',
    },
  });
  const [frontendGossip, matching, matchingGossip, history, historyGossip, worker, workerGossip, http] = internal;
  const service = (grpcPort, membershipPort, extra = {}) => ({ rpc: { grpcPort, membershipPort, bindOnIP: '127.0.0.1', ...extra } });
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: shards,
      datastores: { default: store('temporal', 20), visibility: store('temporal_visibility', 5) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service(frontend, frontendGossip, { httpPort: http }),
      matching: service(matching, matchingGossip),
      history: service(history, historyGossip),
      worker: service(worker, workerGossip),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: `127.0.0.1:${frontend}` },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: dynamicConfig, pollInterval: '60s' },
  };
}

function toDynamicConfig(forTests) {
  const settings = {
    'frontend.namespaceRPS.visibility': 30,
    'system.enableEagerWorkflowStart': true,
    ...(forTests
      ? {
          'history.timerProcessorMaxTimeShift': '20ms',
          'system.namespaceCacheRefreshInterval': '100ms',
          'frontend.namespaceRPS.namespaceReplicationInducingAPIs': 100,
        }
      : {}),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}:\n  - value: ${JSON.stringify(value)}\n`)
    .join('');
}
