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

export default defineConfig({
  root: here,
  plugins: [react(), pdfAssets(), packed()],
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
    chunkSizeWarningLimit: 900,
  },
});
