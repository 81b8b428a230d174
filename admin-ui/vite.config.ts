import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('..', import.meta.url));
/** Where the API listens while the screens are developed; `npm start` serves the built ones from the API itself. */
const apiOrigin = process.env['SARABAN_API_ORIGIN'] ?? 'http://127.0.0.1:8080';

/** What pdf.js asks for by address while it draws: character maps, standard fonts, image decoders. Served by ourselves. */
function pdfAssets(): Plugin {
  const source = `${repository}node_modules/pdfjs-dist/`;
  const folders = ['cmaps', 'standard_fonts', 'wasm'];
  return {
    name: 'saraban-pdf-assets',
    generateBundle() {
      for (const folder of folders) {
        for (const file of readdirSync(source + folder)) {
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${file}`, source: readFileSync(`${source}${folder}/${file}`) });
        }
      }
    },
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const [, folder = '', file = ''] = (request.url ?? '').split(/[/?]/);
        if (!folders.includes(folder) || !readdirSync(source + folder).includes(file)) return next();
        response.end(readFileSync(`${source}${folder}/${file}`));
      });
    },
  };
}

/** Each file that is worth it stands there packed as well: the API sends the smallest form that the browser takes, without packing at each call. */
function packed(): Plugin {
  return {
    name: 'saraban-packed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => /\.(m?js|css|html|svg)$/.test(name))) {
        const content = readFileSync(`${dir}/${file}`);
        writeFileSync(`${dir}/${file}.br`, brotliCompressSync(content));
        writeFileSync(`${dir}/${file}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}

/** The source of the script that runs before all others, `src/ahead.ts`. */
const AHEAD = 'src/ahead.ts';

/** Names the first script in the page, before all others. */
function aheadFirst(): Plugin {
  const script = (src: string) => [{ tag: 'script', attrs: { type: 'module', async: true, crossorigin: true, fetchpriority: 'high', src }, injectTo: 'head-prepend' as const }];
  return {
    name: 'saraban-ahead',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        if (bundle === undefined) return script(`/${AHEAD}`);
        const chunk = Object.values(bundle).find((each) => each.type === 'chunk' && each.isEntry && each.name === 'ahead');
        if (chunk === undefined) throw new Error(`${AHEAD} is not among what was built`);
        return script(`/${chunk.fileName}`);
      },
    },
  };
}

/**
 * What is drawn together comes together: parts that only these sights use, and that all of the same sights use, stand in one file. Left to itself the
 * bundler makes a file of each icon, and a browser spends more time on asking for a hundred of them than on reading them.
 */
const SIGHTS: { readonly [name: string]: readonly string[] } = {
  ahead: [AHEAD],
  core: ['src/main.tsx'],
  login: ['src/resources/session/LoginPage.tsx'],
  inbox: ['src/layout/Layout.tsx', 'src/resources/tasks/InboxPage.tsx'],
  letter: ['src/resources/letters/LetterPage.tsx'],
  search: ['src/resources/letters/search/LetterSearch.tsx'],
};
type Graph = { getModuleInfo(id: string): { readonly importedIds: readonly string[]; readonly code: string | null } | null };

/** Names the file of a module by the sights that need it; null leaves it to the bundler. */
function sightOf(): (id: string, graph: Graph) => string | null {
  const roots = new Set(Object.values(SIGHTS).flat().map((source) => here + source));
  let sights: readonly (readonly [string, ReadonlySet<string>])[] | undefined;
  return (id, graph) => {
    sights ??= Object.entries(SIGHTS).map(([name, sources]) => [name, reachedFrom(sources.map((source) => here + source), graph)]);
    // A page keeps a file of its own.
    if (roots.has(id)) return null;
    const [first, ...others] = sights.filter(([, reached]) => reached.has(id)).map(([name]) => name);
    // Whoever needs a part of a letter's page or of the search need not have all of it.
    if (first === undefined || ((first === 'letter' || first === 'search') && !id.includes('/@mui/'))) return null;
    // Whoever needs the first two has them whatever else comes; libraries by themselves, since what stands between them and us is the bundler's.
    if (first === 'core') return id.startsWith(here) ? 'core' : 'libraries';
    return first === 'ahead' ? first : [first, ...others].join('-');
  };
}

/** All that these need before they can run. */
function reachedFrom(ids: readonly string[], graph: Graph, found = new Set<string>()): ReadonlySet<string> {
  for (const id of ids) {
    if (found.has(id)) continue;
    found.add(id);
    const { importedIds = [], code = null } = graph.getModuleInfo(id) ?? {};
    reachedFrom(importedIds.flatMap((imported) => (MUI.test(imported) ? namesOfMui(code ?? '').map((name) => imported.replace(MUI, `$1${name}/index$2`)) : REACT_ADMIN.test(imported) ? [] : [imported])), graph, found);
  }
  return found;
}

/** Tables of contents, by which everything would need everything; what is taken from them is told by name. */
const MUI = /(@mui\/material\/(?:esm\/)?)index(\.m?js)$/;
const REACT_ADMIN = /\/react-admin\/dist\//;
const namesOfMui = (code: string): readonly string[] =>
  [...code.matchAll(/import\s*\{([^}]*)\}\s*from\s*['"]@mui\/material['"]/g)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim().split(' ')[0] ?? '').filter((name) => name !== ''));

export default defineConfig({
  root: here,
  plugins: [react(), aheadFirst(), pdfAssets(), packed()],
  resolve: {
    // package.json sends "#domain" to the compiled files in production; the browser bundle is always made from the source.
    alias: [{ find: /^#domain\/(.*)$/, replacement: `${repository}domain/$1.ts` }],
  },
  server: { proxy: { '/api': { target: apiOrigin, changeOrigin: false } } },
  build: {
    outDir: `${repository}dist/admin-ui`,
    emptyOutDir: true,
    target: 'es2022',
    // Which script asks for which: by it one measures what a page costs.
    manifest: true,
    sourcemap: false,
    rolldownOptions: {
      input: { index: `${here}index.html`, ahead: `${here}${AHEAD}` },
      output: { codeSplitting: { groups: [{ name: sightOf(), includeDependenciesRecursively: false }] } },
    },
    chunkSizeWarningLimit: 900,
  },
});
